/** Crockford's base 32: no letter is taken for a digit, and none makes a word. */
export const recoveryDigits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const mistaken: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' }

/** What a person typed of a recovery key, in capitals or not, with spaces, with an O for a zero. */
export const recoveryDigitsIn = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\u2010-\u2015\u2212_.-]/g, '')
    .replace(/[OIL]/g, (letter) => mistaken[letter] ?? letter)

/** A recovery key as it is written down: in groups of four. */
export const groupsIn = (recoveryKey: string): readonly string[] => recoveryKey.split('-')
