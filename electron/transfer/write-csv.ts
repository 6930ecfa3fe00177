/** What a spreadsheet takes for the beginning of a formula, also behind what it may split a cell at. */
const formula = /^[\s"',;]*[=+\-@＝＋－＠]|^[\t\r\n]/u

const disarmed = (value: string) => (formula.test(value) ? `'${value}` : value)
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

/** A CSV file of these rows that spreadsheets open as UTF-8, and in which they find nothing to compute. */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map(disarmed).map(quoted).join(',')}\r\n`)
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`)
}
