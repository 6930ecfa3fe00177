/** How well a user matches, best first: 0 up to `ranks` - 1. */
export const ranks = 4

/** The rank of a search of one word by where it begins. */
export const rankOfPlace = { name: 0, inName: 1, address: 2, nowhere: 3 } as const

export type Rank = (displayName: string, addresses: () => readonly string[]) => number

/**
 * The display name begins with the search; each word begins a word of the display name; a word begins a
 * word of the display name, the user name or the mail; it is found elsewhere. All texts are folded.
 */
export function rankBy(
  words: readonly string[],
  begins: (text: string, word: string) => boolean,
): Rank {
  const phrase = words.join(' ')
  return (displayName, addresses) => {
    if (displayName.startsWith(phrase)) return 0
    let inName = 0
    for (const word of words) if (begins(displayName, word)) inName++
    if (inName === words.length) return 1
    const inAddress = () =>
      addresses().some((address) => words.some((word) => address.startsWith(word)))
    return inName > 0 || inAddress() ? 2 : 3
  }
}
