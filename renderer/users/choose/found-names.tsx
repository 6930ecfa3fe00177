import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { useToast } from '../../ui/toast.tsx'

type Found = Output<'findUsers'>

/** Lists of thousands of names are copied, not read. */
const mostShown = 100

/** Who was found, what was not, and who may be meant where several have the name. */
export function FoundNames({
  found: { ids, notFound, several },
  meant,
  onToggle,
}: {
  readonly found: Found
  readonly meant: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}) {
  const { t } = useTranslation('users')
  const toast = useToast()
  const copy = async () => {
    await navigator.clipboard.writeText(notFound.join('\n'))
    toast({ message: t('chooseCopied') })
  }
  return (
    <>
      <Typography role="status" sx={{ fontWeight: 600 }}>
        {t('chooseFound', { count: ids.length })}
      </Typography>
      {several.length > 0 ? (
        <Box component="section" aria-label={t('chooseSeveral', { count: several.length })}>
          <Typography variant="body2" gutterBottom>
            {t('chooseSeveral', { count: several.length })}
          </Typography>
          {several.slice(0, mostShown).map(({ text, users }) => (
            <Box key={text} role="group" aria-label={text} sx={{ pb: 1 }}>
              <Typography variant="body2" dir="auto" sx={{ fontWeight: 600 }}>
                {text}
              </Typography>
              {users.map(({ id, displayName, userPrincipalName }) => (
                <FormControlLabel
                  key={id}
                  sx={{ display: 'flex' }}
                  control={<Checkbox checked={meant.has(id)} onChange={() => onToggle(id)} />}
                  label={
                    <>
                      <bdi>{displayName}</bdi> <bdi dir="ltr">{userPrincipalName}</bdi>
                    </>
                  }
                />
              ))}
            </Box>
          ))}
        </Box>
      ) : null}
      {notFound.length > 0 ? (
        <Box component="section" aria-label={t('chooseNotFound', { count: notFound.length })}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Typography variant="body2">
              {t('chooseNotFound', { count: notFound.length })}
            </Typography>
            <Button onClick={() => void copy()}>{t('chooseCopy')}</Button>
          </Box>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {notFound.slice(0, mostShown).map((text) => (
              <Typography key={text} component="li" variant="body2" dir="auto">
                {text}
              </Typography>
            ))}
            {notFound.length > mostShown ? <li aria-hidden>…</li> : null}
          </Box>
        </Box>
      ) : null}
    </>
  )
}
