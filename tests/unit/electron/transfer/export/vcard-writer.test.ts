import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vcardWriter } from '../../../../../electron/transfer/export/vcard-writer.ts'
import { aUser } from '../../../../support/a-user.ts'

const writer = vcardWriter()
const unescaped = (value: string) =>
  value.replace(/\\(.)/g, (_all, letter: string) => (letter === 'n' ? '\n' : letter))
const linesOf = (card: string) => card.replaceAll('\r\n ', '').split('\r\n')

describe('a vCard', () => {
  it('holds the parts of the name, the organisation, the address and each way to reach them', () => {
    const id = 'b5e4f682-7ca1-49bd-a206-36dd155e72c0'
    const card = writer.user(
      aUser({
        id,
        displayName: 'Ada Lovelace',
        givenName: 'Ada',
        surname: 'Lovelace',
        department: 'Analysis; Engines',
        streetAddress: '12 St James’s Square\nFlat 2',
        city: 'London',
        mail: 'ada@contoso.com',
        businessPhones: ['+44 20 7946 0001'],
        mobilePhone: '+44 7700 900001',
      }),
      0,
    )
    expect(linesOf(card)).toEqual([
      'BEGIN:VCARD',
      'VERSION:4.0',
      'KIND:individual',
      `UID:urn:uuid:${id}`,
      'FN:Ada Lovelace',
      'N:Lovelace;Ada;;;',
      'ORG:;Analysis\\; Engines',
      'EMAIL;TYPE=work:ada@contoso.com',
      'TEL;TYPE="work,voice":+44 20 7946 0001',
      'TEL;TYPE=cell:+44 7700 900001',
      'ADR;TYPE=work:;;12 St James’s Square\\nFlat 2;London;;;',
      'END:VCARD',
      '',
    ])
  })

  it('gives every text back, in lines of at most 75 octets', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .filter((value) => !/[\r\n]/.test(value))
    fc.assert(
      fc.property(text, (displayName) => {
        const card = writer.user(aUser({ displayName }), 0)
        for (const line of card.split('\r\n'))
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const name = linesOf(card).find((line) => line.startsWith('FN:')) ?? ''
        expect(unescaped(name.slice(3))).toBe(displayName)
      }),
    )
  })
})
