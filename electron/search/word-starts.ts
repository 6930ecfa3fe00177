const wordCharacter = /[\p{L}\p{M}\p{N}]/u

/** Whether a word of a folded text can begin at a place: at the start, or after what is no letter or digit. */
export function isWordStart(text: string, at: number): boolean {
  if (at === 0) return true
  const before = text.charCodeAt(at - 1)
  if (before < 128) return !((before >= 97 && before <= 122) || (before >= 48 && before <= 57))
  return !wordCharacter.test(text.charAt(at - 1))
}

/** Whether a word of the text begins with `word`. */
export function beginsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (isWordStart(text, at)) return true
  return false
}
