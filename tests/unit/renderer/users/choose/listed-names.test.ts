import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listedNames } from '../../../../../renderer/users/choose/listed-names.ts'

describe('listedNames', () => {
  it('reads lines, cells and the recipients of a mail', () => {
    expect(listedNames('Ada Lovelace\r\nGrace Hopper\t1906\n\n')).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
      '1906',
    ])
    expect(listedNames('Lovelace, Ada <ada@contoso.com>; grace@navy.example')).toEqual([
      'ada@contoso.com',
      'grace@navy.example',
    ])
  })

  it('parts at commas between addresses and numbers, not within a name', () => {
    expect(listedNames('ada@contoso.com, grace@navy.example,')).toEqual([
      'ada@contoso.com',
      'grace@navy.example',
    ])
    expect(listedNames('1815, 1906')).toEqual(['1815', '1906'])
    expect(listedNames('Lovelace, Ada')).toEqual(['Lovelace, Ada'])
  })

  it('reads every address of a list once, whatever stands between them', () => {
    const address = fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.example$/)
    const between = fc.constantFrom('\n', '\r\n', ';', '; ', ', ', '\t', '\n\n')
    fc.assert(
      fc.property(fc.array(fc.tuple(address, between), { minLength: 1 }), (list) => {
        const text = list.flat().join('')
        expect(listedNames(text)).toEqual([...new Set(list.map(([name]) => name))])
      }),
    )
  })
})
