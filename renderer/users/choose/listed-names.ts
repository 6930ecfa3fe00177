/** The names in a pasted list: lines, cells of a table or the recipients of a mail, each once. */
export function listedNames(text: string): readonly string[] {
  const names = text
    .split(/[\n\r\t;]/)
    .flatMap(apart)
    .map(addressOf)
  return [...new Set(names.filter((name) => name !== ''))]
}

/** Commas stand between addresses and numbers, but within “Lovelace, Ada”. */
function apart(piece: string): readonly string[] {
  const parts = piece.split(',')
  return parts.every((part) => /[@\d]/.test(part) || part.trim() === '') ? parts : [piece]
}

/** Of “Ada Lovelace <ada@contoso.com>” the address. */
const addressOf = (name: string) => (/<([^<>]+)>\s*$/.exec(name)?.[1] ?? name).trim()
