import type { Token } from 'marked'

/** By what name a link reaches each heading, in the way that GitHub names them. */
export function slugs(tokens: readonly Token[]): ReadonlyMap<Token, string> {
  const named = new Map<Token, string>()
  const taken = new Map<string, number>()
  for (const token of tokens) {
    if (token.type !== 'heading') continue
    const plain = String(token.text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    const times = taken.get(plain) ?? 0
    taken.set(plain, times + 1)
    named.set(token, times === 0 ? plain : `${plain}-${times}`)
  }
  return named
}
