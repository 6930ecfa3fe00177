import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { type Chosen, chosenUser } from './chosen.ts'

type Resolved = Output<'resolveMembers'>

/** People by a list that was pasted: who was found is chosen, everything else is told. */
export function PastedList({ onFound }: { readonly onFound: (people: readonly Chosen[]) => void }) {
  const { t } = useTranslation('groups')
  const api = useApi()
  const id = useId()
  const [text, setText] = useState('')
  const resolving = useMutation({
    mutationFn: () => api.resolveMembers({ text }),
    onSuccess: ({ found }) => onFound(found.map(chosenUser)),
  })
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      <Box sx={{ width: '100%' }}>
        <LabelledField id={id} label={t('pasteLabel')} hint={t('pasteHint')}>
          <OutlinedInput
            id={id}
            autoFocus
            fullWidth
            multiline
            minRows={4}
            maxRows={8}
            size="small"
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{
              input: { dir: 'auto', spellCheck: false, 'aria-describedby': helpIdOf(id) },
            }}
          />
        </LabelledField>
      </Box>
      <Button
        variant="outlined"
        disabled={text.trim() === ''}
        loading={resolving.isPending}
        onClick={() => resolving.mutate()}
      >
        {t('findPeople')}
      </Button>
      <FailureAlert error={resolving.error} />
      {resolving.data ? (
        <Answer key={resolving.submittedAt} resolved={resolving.data} onFound={onFound} />
      ) : null}
    </Box>
  )
}

/** More lines than this would hide what can be done about them. */
const mostShown = 100

function Answer({
  resolved: { found, ambiguous, notFound },
  onFound,
}: {
  readonly resolved: Resolved
  readonly onFound: (people: readonly Chosen[]) => void
}) {
  const { t } = useTranslation('groups')
  const [settled, setSettled] = useState<readonly string[]>([])
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2" role="status">
        {t('found', { count: found.length })}
      </Typography>
      {ambiguous
        .filter(({ line }) => !settled.includes(line))
        .map(({ line, users }) => (
          <Box key={line}>
            <Typography variant="body2">{t('ambiguous', { line })}</Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
              {users.map((user) => (
                <Button
                  key={user.id}
                  variant="outlined"
                  aria-label={t('choosePerson', {
                    name: user.displayName,
                    userName: user.userPrincipalName,
                  })}
                  onClick={() => {
                    setSettled([...settled, line])
                    onFound([chosenUser(user)])
                  }}
                >
                  {user.userPrincipalName}
                </Button>
              ))}
            </Box>
          </Box>
        ))}
      {notFound.length > 0 ? (
        <Box>
          <Typography variant="body2" color="error">
            {t('notFound', { count: notFound.length })}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5, typography: 'body2', overflowWrap: 'anywhere' }}>
            {notFound.slice(0, mostShown).map((line) => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </Box>
          {notFound.length > mostShown ? (
            <Typography variant="body2" color="textSecondary">
              {t('moreChosen', { count: notFound.length - mostShown })}
            </Typography>
          ) : null}
        </Box>
      ) : null}
    </Box>
  )
}
