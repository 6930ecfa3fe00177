// C0 and C1 controls, bidirectional overrides and isolates, zero-width space and byte order mark:
// characters nobody types into a name and that make two equal-looking names differ.
const invisible = /(?!\n)\p{Cc}|[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Most texts are clean already: visible ASCII with spaces between. */
const clean = /^[!-~](?:[ -~]*[!-~])?$/

/** The text as it is stored: NFC, one line, without invisible characters or surrounding space. */
export function cleanLine(text: string): string {
  return clean.test(text) ? text : cleanLines(text).replace(/\s*\n\s*/g, ' ')
}

/** As `cleanLine`, but line ends are kept, as `\n`. */
export function cleanLines(text: string): string {
  if (clean.test(text)) return text
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(invisible, '')
    .trim()
}
