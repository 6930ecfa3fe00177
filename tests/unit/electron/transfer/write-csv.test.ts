import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../electron/transfer/read-csv.ts'
import { writeCsv } from '../../../../electron/transfer/write-csv.ts'

const cellsOf = async (rows: readonly (readonly string[])[]) =>
  (await readCsv(writeCsv(rows))).map(({ cells }) => cells)

describe('a written CSV file', () => {
  it('is read as the rows it was written from, whatever is in the cells', async () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a"b', 'a,b;c', 'one\r\ntwo', '  ', 'Ádám'))
    const harmless = cell.filter((value) => !/[=+\-@＝＋－＠\t\r\n\0]/.test(value))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(harmless, harmless)), async (rows) => {
        expect(await cellsOf([['name', 'value'], ...rows])).toEqual([
          ['name', 'value'],
          ...rows.filter((cells) => cells.some((value) => value.trim() !== '')),
        ])
      }),
    )
  })

  it.each(['=1+1', '+47 40612345', '-2', '@SUM(A1)', '\t=1', '\r=1', '"=1', ';=1', '＝1', "'=1"])(
    'holds %j as text',
    async (value) => {
      expect(await cellsOf([['name', value]])).toEqual([['name', `'${value}`]])
    },
  )

  it('leaves signs inside a cell alone', async () => {
    expect(await cellsOf([['Thackray-Moss', 'ada@contoso.example', '1+1']])).toEqual([
      ['Thackray-Moss', 'ada@contoso.example', '1+1'],
    ])
  })
})
