import Papa from 'papaparse'
import { AppError } from '../../shared/errors.ts'

/** The most a CSV file may hold. `size` is in MB of 2^20 bytes. */
export const csvLimits = { size: 200, rows: 200_000, columns: 500 } as const

export type CsvRow = {
  /** Counted from 1: where the row begins in the file, line ends inside quotes included. */
  readonly line: number
  readonly cells: readonly string[]
}

/** The rows of a CSV file, the header first; rows without any cell filled are left out. */
export function readCsv(bytes: Uint8Array): readonly CsvRow[] {
  if (bytes.length > csvLimits.size * 2 ** 20)
    throw new AppError('too-large', 'importTooLarge', { values: { limit: csvLimits.size } })
  const text = textOf(bytes)
  const rows: CsvRow[] = []
  let line = 1
  let begin = 0
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    step: ({ data, errors, meta }) => {
      if (errors.some((error) => error.code === 'MissingQuotes'))
        throw new AppError('bad-file', 'importUnclosedQuote', { values: { line } })
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data })
      if (rows.length > csvLimits.rows + 1)
        throw new AppError('too-large', 'importTooManyRows', { values: { limit: csvLimits.rows } })
      line += lineEndsIn(text, begin, meta.cursor)
      begin = meta.cursor
    },
  })
  if (rows.length === 0) throw new AppError('bad-file', 'importEmpty')
  return rows
}

function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch (cause) {
    throw new AppError('bad-file', 'importNotText', { cause })
  }
  throw new AppError('bad-file', 'importNotText')
}

function lineEndsIn(text: string, begin: number, end: number): number {
  let count = 0
  for (let at = text.indexOf('\n', begin); at >= 0 && at < end; at = text.indexOf('\n', at + 1))
    count += 1
  return count
}
