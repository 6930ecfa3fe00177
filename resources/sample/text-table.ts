import { readFileSync } from 'node:fs'

/** One line of a table: how far it is indented, and its columns. */
export type Row = { readonly depth: number; readonly columns: readonly string[] }

/** Reads a text file of this folder: a line a row, columns parted by bars, two spaces a depth. */
export function readTable(name: string): readonly Row[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      depth: line.search(/\S/) / 2,
      columns: line.split('|').map((column) => column.trim()),
    }))
}
