import Box from '@mui/material/Box'
import { FailureAlert } from '../failure-alert.tsx'

/** Why a list cannot be shown, or else what could not be done with what is selected in it. */
export function ListFailure({
  error,
  onRetry,
  failure,
  onClose,
}: {
  readonly error: unknown
  readonly onRetry: () => void
  readonly failure: unknown
  readonly onClose: () => void
}) {
  if (!error && !failure) return null
  return (
    <Box sx={{ px: 3, pb: 1 }}>
      {error ? (
        <FailureAlert error={error} onRetry={onRetry} />
      ) : (
        <FailureAlert error={failure} onClose={onClose} />
      )}
    </Box>
  )
}
