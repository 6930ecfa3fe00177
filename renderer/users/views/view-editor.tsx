import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SavedView } from '../../../shared/contract/personal-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { useViews, viewsQuery } from '../../api/queries.ts'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { useToast } from '../../ui/toast.tsx'
import { type ListView, savedViewOf, viewFrom } from '../list-view.ts'

/** The views there are, to choose and to delete, and a name for the one that is shown. */
export function ViewEditor({
  view,
  onChoose,
  onSaved,
}: {
  readonly view: () => ListView
  readonly onChoose: (view: ListView) => void
  readonly onSaved: () => void
}) {
  const { t } = useTranslation('users')
  const api = useApi()
  const queries = useQueryClient()
  const toast = useToast()
  const { data: views = [] } = useViews()
  const [name, setName] = useState('')
  const again = () => queries.invalidateQueries({ queryKey: viewsQuery(api).queryKey })
  const remove = useMutation({
    mutationFn: (gone: string) => api.deleteView({ name: gone }),
    onSuccess: again,
  })
  const save = useMutation({
    mutationFn: (saved: SavedView) => api.saveView({ view: saved }),
    onSuccess: async (_done, saved) => {
      await again()
      toast({ message: t('viewSaved', { name: saved.name }) })
      onSaved()
    },
  })
  const wanted = name.trim()
  const replaces = views.some((each) => each.name.toLowerCase() === wanted.toLowerCase())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wanted) save.mutate(savedViewOf(wanted, view()))
  }
  return (
    <Box sx={{ width: 320, p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      {views.length > 0 ? (
        <Box
          component="ul"
          aria-label={t('viewsKept')}
          sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 320, overflow: 'auto' }}
        >
          {views.map((each) => (
            <Box component="li" key={each.name} sx={{ display: 'flex', alignItems: 'center' }}>
              <Button
                color="inherit"
                onClick={() => onChoose(viewFrom(each))}
                sx={{ flex: 1, minWidth: 0, justifyContent: 'flex-start', textAlign: 'start' }}
              >
                <Typography component="bdi" variant="body2" noWrap>
                  {each.name}
                </Typography>
              </Button>
              <IconButton
                aria-label={t('viewDelete', { name: each.name })}
                onClick={() => remove.mutate(each.name)}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </Box>
          ))}
        </Box>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('viewsNone')}
        </Typography>
      )}
      <FailureAlert error={save.error ?? remove.error} />
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 1 }}>
        <TextField
          label={t('viewName')}
          value={name}
          autoFocus
          onChange={({ target }) => setName(target.value)}
          slotProps={{ htmlInput: { maxLength: 64, autoComplete: 'off', dir: 'auto' } }}
        />
        <Button type="submit" variant="outlined" disabled={wanted === ''} loading={save.isPending}>
          {t(replaces ? 'viewReplace' : 'viewSave')}
        </Button>
      </Box>
    </Box>
  )
}
