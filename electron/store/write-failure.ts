import { constants } from 'node:os'
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

/** Node has no name for a quota that is used up. */
const overQuota = constants.errno.EDQUOT

/** Whether a write failed because there is no room for it. */
export function isFull(cause: unknown): boolean {
  const errno = cause instanceof Error && 'errno' in cause ? cause.errno : undefined
  return keys[errorCode(cause)] === full || (overQuota !== undefined && errno === -overQuota)
}

/** Why something was not saved, from what the system said. */
export function writeFailure(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  const reason = errorCode(cause) || 'unknown'
  const key = isFull(cause) ? full : (keys[reason] ?? 'storageFailed')
  return new AppError('storage', key, { values: { reason }, cause })
}
