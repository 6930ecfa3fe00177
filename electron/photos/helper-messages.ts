import { AppError, type ErrorCode, errorCodes } from '../../shared/errors.ts'
import type { Values } from '../../shared/text/message.ts'
import { isPhotoFailureKey, type PhotoFailureKey } from './photo-failure.ts'
import { photoLimits } from './photo-limits.ts'
import type { Crop, ProcessedPhoto } from './photo-processor.ts'

/** What the helper is asked. Bytes in and bytes out: it is told no path and no name. */
export type PhotoRequest = {
  readonly id: number
  readonly image: Uint8Array
  readonly crop?: Crop
  /** Width times height that the picture may have, where that is less than usual. */
  readonly pixels?: number
}

export type PhotoRefusal = {
  readonly code: ErrorCode
  readonly key: PhotoFailureKey
  readonly values: Values
  /** What the decoder said, for the log. */
  readonly detail: string
}

export type PhotoOutcome =
  | ({ readonly ok: true } & ProcessedPhoto)
  | ({ readonly ok: false } & PhotoRefusal)

/** `memory` is what the helper occupies, in bytes. */
export type PhotoAnswer = { readonly id: number; readonly memory: number } & PhotoOutcome

/** On the helper's command line: use sharp's WebAssembly build, whatever else is installed. */
export const webAssemblySwitch = '--web-assembly'

const longestDetail = 2000

export function isPhotoRequest(message: unknown): message is PhotoRequest {
  return isRecord(message) && typeof message.id === 'number' && message.image instanceof Uint8Array
}

/** The answer, or null when the message is none: a helper that a picture took over may say anything. */
export function parsePhotoAnswer(message: unknown): PhotoAnswer | null {
  if (!isRecord(message)) return null
  const { id, memory, ok } = message
  if (typeof id !== 'number' || typeof memory !== 'number') return null
  if (ok === true) {
    const { master, thumbnail } = message
    if (!isStorable(master) || !isStorable(thumbnail)) return null
    return { id, memory, ok, master, thumbnail }
  }
  const { code, key, values, detail } = message
  if (ok !== false || !isErrorCode(code) || !isPhotoFailureKey(key)) return null
  if (!isValues(values) || typeof detail !== 'string') return null
  return { id, memory, ok, code, key, values, detail: detail.slice(0, longestDetail) }
}

/** What a failed picture is answered with. A failure that nobody foresaw is the helper's own. */
export function refusalOf(error: unknown): PhotoRefusal {
  if (error instanceof AppError && isPhotoFailureKey(error.key)) {
    const { code, key, values, cause } = error
    return { code, key, values, detail: detailOf(cause) }
  }
  return { code: 'unexpected', key: 'photoHelper', values: {}, detail: detailOf(error) }
}

export function errorOf({ code, key, values, detail }: PhotoRefusal): AppError {
  return new AppError(code, key, { values, ...(detail && { cause: new Error(detail) }) })
}

function detailOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error ?? '')
  return text.slice(0, longestDetail)
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isErrorCode(value: unknown): value is ErrorCode {
  return errorCodes.some((code) => code === value)
}

function isStorable(value: unknown): value is Uint8Array {
  if (!(value instanceof Uint8Array)) return false
  return value.byteLength > 0 && value.byteLength <= photoLimits.masterBytes
}

function isValues(value: unknown): value is Values {
  if (!isRecord(value)) return false
  return Object.values(value).every(
    (each) => typeof each === 'number' || (typeof each === 'string' && each.length <= 100),
  )
}
