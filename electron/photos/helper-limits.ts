export type HelperLimits = {
  /** How many pictures the helper has at once. The others wait. */
  readonly atOnce: number
  /** How long one picture may take, in milliseconds. */
  readonly picture: number
  /** How long to wait before a new helper, after the first crash in a row, the second, and so on. */
  readonly pauses: readonly [number, ...number[]]
  /** A helper without work that occupies more bytes than this is ended. */
  readonly memory: number
  /** A helper is ended after so many milliseconds without work. */
  readonly idle: number
}

export const helperLimits: HelperLimits = {
  atOnce: 2,
  picture: 15_000,
  pauses: [500, 1000, 2000],
  memory: 700_000_000,
  idle: 60_000,
}
