import { AppError } from '../../shared/errors.ts'
import type { FailureKey } from '../../shared/text/message.ts'
import { errorCode } from './durable-file.ts'

const full: FailureKey = 'storageFull'
const denied: FailureKey = 'storageDenied'

const keys: Readonly<Record<string, FailureKey>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EROFS: denied,
  EACCES: denied,
  EPERM: denied,
}

/** Why something was not saved, from what the system said. */
export function writeFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const reason = errorCode(cause) || 'unknown'
  return new AppError('storage', keys[reason] ?? 'storageFailed', { values: { reason }, cause })
}
