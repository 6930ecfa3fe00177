import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import Typography from '@mui/material/Typography'
import { RotateCcw } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { VisuallyHidden } from './visually-hidden.tsx'

/** Where a field's hint, error and count are, for `aria-describedby`. */
export const helpIdOf = (id: string) => `${id}-help`

/** A label above its input, a mark when the value was changed, and below it what is to be said of it. */
export function LabelledField({
  id,
  label,
  required = false,
  changed = false,
  onRevert,
  error,
  hint,
  count,
  children,
}: {
  /** The id of the input. */
  readonly id: string
  readonly label: string
  readonly required?: boolean
  readonly changed?: boolean
  readonly onRevert?: () => void
  readonly error?: string | undefined
  readonly hint?: ReactNode
  /** Used and allowed characters, when that is worth saying. */
  readonly count?: string | undefined
  readonly children: ReactNode
}) {
  const help = error ?? hint
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 24, gap: 0.5 }}>
        <Typography component="label" htmlFor={id} variant="caption" color="textSecondary" noWrap>
          {label}
        </Typography>
        {required ? (
          <Typography variant="caption" color="textSecondary" aria-hidden>
            *
          </Typography>
        ) : null}
        {changed ? <ChangedMark label={label} onRevert={onRevert} /> : null}
      </Box>
      {children}
      {help || count ? (
        <Box
          id={helpIdOf(id)}
          sx={{ display: 'flex', gap: 1, pt: 0.25, justifyContent: 'space-between' }}
        >
          <Typography
            component="div"
            variant="caption"
            color={error ? 'error' : 'textSecondary'}
            sx={{ overflowWrap: 'anywhere' }}
          >
            {help}
          </Typography>
          {count ? (
            <Typography
              variant="caption"
              color={error ? 'error' : 'textSecondary'}
              sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
            >
              {count}
            </Typography>
          ) : null}
        </Box>
      ) : null}
    </Box>
  )
}

function ChangedMark({
  label,
  onRevert,
}: {
  readonly label: string
  readonly onRevert: (() => void) | undefined
}) {
  const { t } = useTranslation()
  return (
    <>
      <Box
        component="span"
        title={t('changed')}
        sx={{ width: 7, height: 7, flex: 'none', borderRadius: '50%', bgcolor: 'primary.main' }}
      />
      {onRevert ? (
        <IconButton
          onClick={onRevert}
          title={t('revert')}
          sx={{ p: '5px', color: 'text.secondary' }}
        >
          <RotateCcw size={14} aria-hidden />
          <VisuallyHidden>{t('revertField', { label })}</VisuallyHidden>
        </IconButton>
      ) : null}
    </>
  )
}
