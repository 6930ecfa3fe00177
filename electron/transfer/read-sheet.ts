import type { Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { isPropertyName } from '../../shared/fields/catalogue.ts'
import { propertyCalled } from '../search/property-words.ts'
import { cellValue } from './cell-value.ts'
import { propertyInDownload } from './entra-download.ts'
import { type CsvRow, readTable } from './read-csv.ts'

export type SheetColumn = Output<'previewPastedUpdate'>['columns'][number]

export type Sheet = {
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly CsvRow[]
}

/** Rows as a spreadsheet copies them, the headings first. Throws `bad-file` when nothing can be made of them. */
export async function readSheet(text: string): Promise<Sheet> {
  const [header, ...rows] = await readTable(text)
  const columns = (header?.cells ?? []).map((cell) => {
    const heading = cell.trim()
    return { heading, property: propertyOfHeading(heading) }
  })
  for (const [at, { heading, property }] of columns.entries()) {
    const other = columns.findIndex((column) => column.property === property)
    if (property !== null && other < at)
      throw new AppError('bad-file', 'sheetTwice', {
        values: { one: columns[other]?.heading ?? '', other: heading },
      })
  }
  if (rows.length === 0) throw new AppError('bad-file', 'sheetNoRows')
  return { columns, rows }
}

/** A label, a name or another word for a property; the portal's own headings name theirs in brackets. */
function propertyOfHeading(heading: string): SheetColumn['property'] {
  const name = (/\[([^\]]+)\]/.exec(heading)?.[1] ?? heading).trim()
  if (/^(object ?)?id$/i.test(name)) return 'id'
  if (isBlocking(heading)) return 'accountEnabled'
  const property = propertyInDownload(name) ?? propertyCalled(name)
  return property !== undefined && isPropertyName(property) ? property : null
}

/** The portal asks the other way round. */
const isBlocking = (heading: string) => /^block sign.?in\b/i.test(heading)

/** What a cell means, by its column. */
export function sheetValue({ heading, property }: SheetColumn, cell: string): unknown {
  if (property === null || property === 'id') return cell
  const value = cellValue(property, cell)
  return isBlocking(heading) && typeof value === 'boolean' ? !value : value
}
