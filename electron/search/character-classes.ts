export const classes = 48
export const letters = 26
/** The first class that several characters share. */
export const firstShared = 37

/** a to z, the digits and the space have a class of their own; all other characters share the rest. */
export function classOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97
  if (code >= 48 && code <= 57) return code - 22
  if (code === 32) return 36
  return firstShared + (code % (classes - firstShared))
}

export const pairOf = (one: number, two: number) => one * classes + two

/** Whether the classes of a text of one or two characters tell it from all others. */
export const isPlain = (text: string) => /^[a-z0-9 ]{1,2}$/.test(text)
