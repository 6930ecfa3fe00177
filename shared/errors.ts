import type { FailureKey, Problem, Values } from './text/message.ts'

/** Why a request was refused: a closed list, so that the page can decide what to offer. */
export const errorCodes = [
  'invalid-input',
  'unknown-request',
  'too-large',
  'forbidden',
  'locked',
  'wrong-password',
  'too-many-tries',
  'must-change',
  'not-found',
  'conflict',
  'in-use',
  'bad-image',
  'bad-file',
  'storage',
  'damaged',
  'unreachable',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/**
 * A refusal as it crosses between processes. `message` is a sentence for the person: what happened,
 * what is safe, what to do. `fields` names each input at fault with its own sentence.
 */
export type Failure = {
  readonly code: ErrorCode
  readonly message: string
  readonly fields?: Readonly<Record<string, string>>
}

/** The only shape an answer has between processes: an Error would not survive the trip. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/**
 * A failure the application foresaw, in no language yet: dispatch turns the key into a sentence.
 * Anything else that is thrown is a bug and crosses as `unexpected`.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly key: FailureKey
  readonly values: Values
  readonly fields: Readonly<Record<string, Problem>> | undefined

  constructor(
    code: ErrorCode,
    key: FailureKey,
    options: {
      readonly values?: Values
      readonly fields?: Readonly<Record<string, Problem>>
      readonly cause?: unknown
    } = {},
  ) {
    super(`${code}: ${key}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.key = key
    this.values = options.values ?? {}
    this.fields = options.fields
  }
}

/** A failure on the renderer's side of the boundary, already in the person's language. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}
