import Papa from 'papaparse'
import { AppError } from '../../shared/errors.ts'
import { eachInSlices } from '../slices.ts'

/** The most a CSV file may hold. `size` is in MB of 2^20 bytes. */
export const csvLimits = { size: 200, rows: 200_000 } as const

export type CsvRow = {
  /** Counted from 1: where the row begins in the file, line ends inside quotes included. */
  readonly line: number
  readonly cells: readonly string[]
}

/** How much is read at a time, in bytes, and parsed, in UTF-16 code units. */
const pieceLength = 128 * 1024

/** The rows of a CSV file, the header first; rows without any cell filled are left out. */
export async function readCsv(bytes: Uint8Array): Promise<readonly CsvRow[]> {
  if (bytes.length > csvLimits.size * 2 ** 20)
    throw new AppError('too-large', 'importTooLarge', { values: { limit: csvLimits.size } })
  const rows = await readPieces(piecesOf(bytes))
  if (rows.length === 0) throw new AppError('bad-file', 'importEmpty')
  return rows
}

/** The same of text, such as rows copied from a spreadsheet. */
export function readTable(text: string): Promise<readonly CsvRow[]> {
  const count = Math.ceil(text.length / pieceLength)
  const pieces = Array.from({ length: count }, (_, at) =>
    text.slice(at * pieceLength, (at + 1) * pieceLength),
  )
  return readPieces(pieces.values())
}

async function readPieces(pieces: Iterator<string>): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  await eachInSlices(rowsOf(pieces), (row) => {
    if (row.cells.some((cell) => cell.trim() !== '')) rows.push(row)
    if (rows.length > csvLimits.rows + 1)
      throw new AppError('too-large', 'importTooManyRows', { values: { limit: csvLimits.rows } })
  })
  return rows
}

/** Parses the text piece by piece; a row that a piece cuts off is parsed again with the next. */
function* rowsOf(pieces: Iterator<string>): Generator<CsvRow> {
  let parser: Papa.Parser | null = null
  let line = 1
  let text = ''
  let length = pieceLength
  for (let last = false; !last; ) {
    while (!last && text.length < length) {
      const piece = pieces.next()
      if (piece.done) last = true
      else text += piece.value
    }
    parser ??= new Papa.Parser(dialectOf(text))
    const parsed = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>
    if (parsed.data.length === 0 && !last) {
      length *= 2
      continue
    }
    const unclosed = parsed.errors.some((error) => error.code === 'MissingQuotes')
    for (const [index, cells] of parsed.data.entries()) {
      if (unclosed && index === parsed.data.length - 1)
        throw new AppError('bad-file', 'importUnclosedQuote', { values: { line } })
      yield { line, cells }
      line += 1 + cells.reduce((count, cell) => count + lineEndsIn(cell), 0)
    }
    text = text.slice(parsed.meta.cursor)
    length = pieceLength
  }
}

/** The separator and the line end of the first line, which a European Excel writes with semicolons. */
function dialectOf(text: string): { delimiter: string; newline: '\r\n' | '\n' | '\r' } {
  const end = /\r\n|\n|\r/.exec(text)
  const header = text.slice(0, end?.index ?? text.length)
  const delimiter = [',', ';', '\t'].reduce((best, each) =>
    header.split(each).length > header.split(best).length ? each : best,
  )
  return { delimiter, newline: (end?.[0] ?? '\n') as '\n' }
}

/** The text of the file. A character that a piece cuts in two comes with the next. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  const decoder = new TextDecoder(encoding, { fatal: true })
  for (let at = 0; at < bytes.length; at += pieceLength) {
    const stream = at + pieceLength < bytes.length
    const text = decoded(() => decoder.decode(bytes.subarray(at, at + pieceLength), { stream }))
    if (text.includes('\0')) throw new AppError('bad-file', 'importNotText')
    yield text
  }
}

function decoded(decode: () => string): string {
  try {
    return decode()
  } catch (cause) {
    throw new AppError('bad-file', 'importNotText', { cause })
  }
}

function lineEndsIn(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}
