/** What a spreadsheet takes for the beginning of a formula, also behind what it may split a cell at. */
const formula = /^[\s"',;]*[=+\-@＝＋－＠]|^[\t\r\n]/u

const disarmed = (value: string) => (formula.test(value) ? `'${value}` : value)
const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`

/** By which spreadsheets know UTF-8. */
export const mark = '\uFEFF'

/** A line of a CSV file; `harmless` when a spreadsheet must find nothing to compute in it. */
export const csvLine = (cells: readonly string[], harmless: boolean): string =>
  `${(harmless ? cells.map(disarmed) : cells).map(quoted).join(',')}\r\n`

/** The same as spreadsheets copy it: cells between tabs, in quotes only where they must be. */
export const tabbedLine = (cells: readonly string[], harmless: boolean): string =>
  `${(harmless ? cells.map(disarmed) : cells)
    .map((cell) => (/[\t\r\n"]/.test(cell) ? quoted(cell) : cell))
    .join('\t')}\r\n`

/** A CSV file of these rows that spreadsheets open as UTF-8, and in which they find nothing to compute. */
export const writeCsv = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`${mark}${rows.map((cells) => csvLine(cells, true)).join('')}`)

/** The value again of a cell that was kept from being computed. */
export const rearmed = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
