import { AppError, type ErrorCode } from '../../shared/errors.ts'
import type { FailureKey, Values } from '../../shared/text/message.ts'

const codes = {
  photoTooLarge: 'too-large',
  photoTooManyPixels: 'too-large',
  photoEmpty: 'bad-image',
  photoUnsupported: 'bad-image',
  photoNotAPicture: 'bad-image',
  photoDamaged: 'bad-image',
  photoTimeout: 'bad-image',
  photoCrop: 'invalid-input',
  photoHelper: 'unexpected',
  photoHelperMissing: 'unexpected',
} as const satisfies Partial<Record<FailureKey, ErrorCode>>

export type PhotoFailureKey = keyof typeof codes

/** A refusal of a photo, with the code that belongs to its sentence. */
export function photoFailure(
  key: PhotoFailureKey,
  options: { readonly values?: Values; readonly cause?: unknown } = {},
): AppError {
  return new AppError(codes[key], key, options)
}

export function isPhotoFailureKey(key: unknown): key is PhotoFailureKey {
  return typeof key === 'string' && Object.hasOwn(codes, key)
}
