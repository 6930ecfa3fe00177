// What no accent can be taken from.
const letters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
}

const germanLetters: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

/** The name as it stands in a user name: small letters from a to z, hyphens and apostrophes. */
export function latin(name: string, german: boolean): string {
  const table = german ? { ...letters, ...germanLetters } : letters
  const spelt = [...name.toLowerCase()].map((letter) => table[letter] ?? letter).join('')
  const plain = spelt.normalize('NFD').replace(/[\p{M}\s]/gu, '')
  if (!/^[a-z'-]+$/.test(plain)) throw new Error(`“${name}” needs a user name in the chart.`)
  return plain
}
