import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'

const shown = 100

/** Who of the selected keeps their password, and why. */
export function LeftOut({
  refused,
}: {
  readonly refused: Output<'previewPasswordReset'>['refused']
}) {
  const { t } = useTranslation('passwords')
  const title = useId()
  if (refused.length === 0) return null
  const more = refused.length - shown
  return (
    <Box component="section" aria-labelledby={title}>
      <Typography id={title} variant="h3">
        {t('leftOut', { count: refused.length })}
      </Typography>
      <Box component="ul" tabIndex={0} aria-labelledby={title} sx={list}>
        {refused.slice(0, shown).map(({ id, displayName, message }) => (
          <li key={id}>
            <Typography component="span" variant="body2" sx={{ fontWeight: 500 }}>
              <bdi>{displayName}</bdi>
            </Typography>{' '}
            <Typography component="span" variant="body2" color="textSecondary">
              {message}
            </Typography>
          </li>
        ))}
        {more > 0 ? <li>{t('leftOutMore', { count: more })}</li> : null}
      </Box>
    </Box>
  )
}

const list = {
  m: 0,
  mt: 0.5,
  p: 1,
  pl: 3,
  maxHeight: 180,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '& li + li': { mt: 0.5 },
} as const
