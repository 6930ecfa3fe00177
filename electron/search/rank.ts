/** How well a user matches, best first: 0 up to `ranks` - 1. */
export const ranks = 4

/**
 * The display name begins with the search; each word begins a word of the display name; a word begins a
 * word of the display name, the user name or the mail; it is found elsewhere. All texts are folded.
 */
export function rank(
  words: readonly string[],
  displayName: string,
  addresses: () => readonly string[],
  begins: (text: string, word: string) => boolean,
): number {
  if (displayName.startsWith(words.join(' '))) return 0
  const inName = words.filter((word) => begins(displayName, word)).length
  if (inName === words.length) return 1
  const inAddress = () =>
    words.some((word) => addresses().some((address) => address.startsWith(word)))
  return inName > 0 || inAddress() ? 2 : 3
}
