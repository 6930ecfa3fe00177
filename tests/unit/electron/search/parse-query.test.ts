import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../electron/search/parse-query.ts'

const wordsOf = (search: string) => parseQuery(search).terms.flatMap((term) => term.words)
const filtersOf = (search: string) =>
  parseQuery(search).conditions.flatMap((condition) => condition.anyOf)

describe('parseQuery', () => {
  it('takes words apart and folds them', () => {
    expect(wordsOf('  Müller   STRASSE ')).toEqual(['muller', 'strasse'])
  })

  it('keeps a phrase in quotes together, also while the last quote is missing', () => {
    expect(wordsOf('"New York" ada')).toEqual(['new york', 'ada'])
    expect(wordsOf('“New York” „Bad Ems“')).toEqual(['new york', 'bad ems'])
    expect(wordsOf('ada "new yo')).toEqual(['ada', 'new yo'])
  })

  it('reads a property before a colon, whatever its case', () => {
    expect(filtersOf('Department:Sales')).toEqual([
      { property: 'department', operator: 'contains', value: 'Sales' },
    ])
    expect(filtersOf('city:"New York"')).toEqual([
      { property: 'city', operator: 'contains', value: 'New York' },
    ])
  })

  it.each([
    ['dept', 'department'],
    ['jobtitle', 'jobTitle'],
    ['title', 'jobTitle'],
    ['firstname', 'givenName'],
    ['lastname', 'surname'],
    ['username', 'userPrincipalName'],
    ['manager', 'managerId'],
    ['phone', 'businessPhones'],
    ['ziporpostalcode', 'postalCode'],
    ['email', 'mail'],
    ['created', 'createdDateTime'],
  ])('knows %s as a word for %s', (word, property) => {
    expect(filtersOf(`${word}:x`)).toEqual([{ property, operator: 'contains', value: 'x' }])
  })

  it.each([
    'smtp:ada@contoso.com',
    '10:30',
    'https://contoso.com',
    'constructor:x',
    ':ada',
    '-foo:bar',
  ])('takes %s as text, because it names no property', (text) => {
    expect(parseQuery(text)).toEqual({
      terms: [{ words: [text], digits: null, quoted: false }],
      conditions: [],
    })
  })

  it('keeps quotes together after what is no property', () => {
    expect(wordsOf('smtp:"ada love"')).toEqual(['smtp:ada love'])
  })

  it('waits for the value of a property', () => {
    expect(parseQuery('department: ada')).toMatchObject({
      terms: [{ words: ['ada'] }],
      conditions: [],
    })
  })

  it.each([
    ['enabled:yes', true],
    ['enabled:No', false],
    ['accountenabled:true', true],
    ['enabled:f', false],
  ])('reads %s as a switch', (search, value) => {
    expect(filtersOf(search)).toEqual([{ property: 'accountEnabled', operator: 'is', value }])
  })

  it('takes a switch that is neither on nor off as text', () => {
    expect(wordsOf('enabled:maybe')).toEqual(['enabled:maybe'])
  })

  it('reads "empty", but not in quotes', () => {
    expect(filtersOf('manager:empty')).toEqual([{ property: 'managerId', operator: 'isEmpty' }])
    expect(filtersOf('city:"empty"')).toEqual([
      { property: 'city', operator: 'contains', value: 'empty' },
    ])
  })

  it('reads a country code and a choice as a whole', () => {
    expect(filtersOf('usagelocation:de type:guest agegroup:"not adult"')).toEqual([
      { property: 'usageLocation', operator: 'is', value: 'DE' },
      { property: 'userType', operator: 'is', value: 'Guest' },
      { property: 'ageGroup', operator: 'is', value: 'NotAdult' },
    ])
    expect(filtersOf('location:germ')).toEqual([
      { property: 'usageLocation', operator: 'contains', value: 'germ' },
    ])
  })

  it('asks whether any authentication contact is verified', () => {
    const [condition] = parseQuery('verified:no').conditions
    expect(condition?.anyOf).toEqual([
      { property: 'authenticationPhoneNumber', operator: 'isNotVerified' },
      { property: 'authenticationAlternativePhoneNumber', operator: 'isNotVerified' },
      { property: 'authenticationEmail', operator: 'isNotVerified' },
    ])
  })

  it('turns a property round after a minus', () => {
    expect(parseQuery('-department:sales').conditions).toEqual([
      {
        anyOf: [{ property: 'department', operator: 'contains', value: 'sales' }],
        negated: true,
      },
    ])
  })

  it('takes numbers that follow each other as one phone number, too', () => {
    expect(parseQuery('ada +84 594 028-7281 hanoi').terms).toEqual([
      { words: ['ada'], digits: null, quoted: false },
      { words: ['+84', '594', '028-7281'], digits: '845940287281', quoted: false },
      { words: ['hanoi'], digits: null, quoted: false },
    ])
  })

  it('leaves out the zero that is dialled at home only', () => {
    expect(parseQuery('(0594) 0287281').terms[0]?.digits).toBe('5940287281')
    expect(parseQuery('+44 (0)20 7946').terms[0]?.digits).toBe('44207946')
  })

  it('takes short numbers as words', () => {
    expect(parseQuery('12 34').terms).toEqual([
      { words: ['12'], digits: null, quoted: false },
      { words: ['34'], digits: null, quoted: false },
    ])
  })

  it('accepts whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        for (const word of wordsOf(search)) expect(word).not.toBe('')
      }),
    )
  })
})
