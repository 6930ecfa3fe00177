import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { readCsv } from '../../../../electron/transfer/read-csv.ts'

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', '漢', '😀') })
const row = fc.tuple(fc.constant('row'), cell, cell)

describe('readCsv', () => {
  it('reads any rows as they were written, wherever the pieces of a large file are cut', async () => {
    const file = fc.record({
      some: fc.array(row, { minLength: 1, maxLength: 40 }),
      begin: fc.string({ unit: fc.constantFrom('a', 'é', '😀'), maxLength: 3 }),
      longest: fc.constantFrom(0, 300_000),
      newline: fc.constantFrom('\n', '\r\n'),
    })
    await fc.assert(
      fc.asyncProperty(file, async ({ some, begin, longest, newline }) => {
        const many = Array.from({ length: 4000 }, (_, at) => some[at % some.length] as string[])
        const long = ['long', begin, `é\n${'漢'.repeat(longest)}`]
        const written = [['name', begin, 'city'], long, ...many]
        const bytes = new TextEncoder().encode(Papa.unparse(written, { newline }))
        const rows = await readCsv(bytes)
        expect(rows.map(({ cells }) => cells)).toEqual(written)
      }),
      { numRuns: 20 },
    )
  })

  it('reads UTF-16 with its mark', async () => {
    const text = `\uFEFFname,city\r\n${'Léa,Hà Nội\r\n'.repeat(20_000)}`
    const rows = await readCsv(new Uint8Array(Buffer.from(text, 'utf16le')))
    expect(rows).toHaveLength(20_001)
    expect(rows.at(-1)).toEqual({ line: 20_001, cells: ['Léa', 'Hà Nội'] })
  })

  it('refuses what is no text, in whichever piece that shows', async () => {
    for (const fault of [Buffer.from([0xff]), Buffer.from([0]), Buffer.from([0xe6, 0xbc])]) {
      const bytes = Buffer.concat([Buffer.from('name\n'.repeat(60_000)), fault])
      await expect(readCsv(new Uint8Array(bytes))).rejects.toMatchObject({ key: 'importNotText' })
    }
  })
})
