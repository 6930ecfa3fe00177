import fc from 'fast-check'
import type { User } from '../../shared/directory/user.ts'
import { aUser } from './a-user.ts'

// Rules and what they mean, made and evaluated without any of the code that does so in Roster.

/** A condition that says itself whether it is met, and how it may be written. */
export type RandomRule = {
  /** Binding strength of what stands outermost: 1 -or, 2 -and, 3 -not, 4 a comparison. */
  readonly strength: number
  readonly text: string
  meets(user: User, now: Date, item: string): boolean
}

const words = ['Sales', 'sales team', 'SALES', 'Sal', 'es', '', 'Straße', 'o’Brien', 'a"b`c', 'x.y']
const word = fc.constantFrom(...words)
const days = ['2019-12-31', '2020-06-10', '2020-06-11', '2026-01-01', '2026-01-05', '2026-02-28']

/** The names of rules beside where the value stands in a user. */
const texts: readonly (readonly [string, (user: User) => string | null])[] = [
  ['user.department', (user) => user.department],
  ['user.jobTitle', (user) => user.jobTitle],
  ['user.physicalDeliveryOfficeName', (user) => user.officeLocation],
  ['user.mobile', (user) => user.mobilePhone],
  ['user.facsimileTelephoneNumber', (user) => user.faxNumber],
  ['user.telephoneNumber', (user) => user.businessPhones.at(0) ?? null],
  ['user.mailNickName', (user) => user.mailNickname],
  ['user.objectId', (user) => user.id],
]
const collections: readonly (readonly [string, (user: User) => readonly string[]])[] = [
  ['user.otherMails', (user) => user.otherMails],
  ['user.proxyAddresses', (user) => user.proxyAddresses],
]

export const randomUser = fc
  .record({
    department: fc.option(word),
    jobTitle: fc.option(word),
    officeLocation: fc.option(word),
    mobilePhone: fc.option(word),
    faxNumber: fc.option(word),
    businessPhones: fc.array(word, { maxLength: 1 }),
    mailNickname: word,
    otherMails: fc.array(word, { maxLength: 3 }),
    proxyAddresses: fc.array(word, { maxLength: 3 }),
    accountEnabled: fc.boolean(),
    employeeHireDate: fc.option(fc.constantFrom(...days)),
  })
  .map((values) => aUser({ id: 'Sales', ...values }))

const lower = (text: string) => text.toLocaleLowerCase('en')

const same = (one: string, other: string) => lower(one).localeCompare(lower(other)) === 0

/** Each operator by itself; none is written as what another one is not. */
const textOperators: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  eq: same,
  ne: (text, wanted) => !same(text, wanted),
  startsWith: (text, wanted) => same(text.slice(0, wanted.length), wanted),
  notStartsWith: (text, wanted) => !same(text.slice(0, wanted.length), wanted),
  endsWith: (text, wanted) => wanted === '' || same(text.slice(-wanted.length), wanted),
  notEndsWith: (text, wanted) => wanted !== '' && !same(text.slice(-wanted.length), wanted),
  contains: (text, wanted) => lower(text).split(lower(wanted)).length > 1 || wanted === '',
  notContains: (text, wanted) => lower(text).split(lower(wanted)).length < 2 && wanted !== '',
}

const patterns: readonly (readonly [string, RegExp])[] = [
  ['^sal', /^sal/i],
  ['s$', /s$/i],
  ['^(sales|x)?$', /^(sales|x)?$/i],
  ['[^a-m\\W]{2,3}', /[^a-m\W]{2,3}/i],
  ['(a|al)*es\\b', /(a|al)*es\b/i],
  ['.+\\s', /.+\s/i],
]

const isNegative = (operator: string) => operator.startsWith('not') || operator === 'ne'

const random = {
  /** An operator as people write it. */
  operator: (name: string) =>
    fc.constantFrom(`-${name}`, name, `–${name}`, `-${name.toUpperCase()}`, `-${lower(name)}`),
  quoted: (text: string) => `"${text.replaceAll('`', '``').replaceAll('"', '`"')}"`,
}

type TextCondition = {
  readonly text: string
  readonly negative: boolean
  meets(value: string): boolean
  readonly ofNothing: boolean
}

/** What can be asked of one text. */
const textCondition: fc.Arbitrary<TextCondition> = fc.oneof(
  fc.constantFrom(...Object.keys(textOperators)).chain((operator) =>
    fc.tuple(random.operator(operator), word).map(([written, wanted]) => ({
      text: `${written} ${random.quoted(wanted)}`,
      negative: isNegative(operator),
      meets: (value: string) => textOperators[operator]?.(value, wanted) ?? false,
      ofNothing: isNegative(operator),
    })),
  ),
  fc.constantFrom('match', 'notMatch').chain((operator) =>
    fc.tuple(random.operator(operator), fc.constantFrom(...patterns)).map(([written, pattern]) => ({
      text: `${written} '${pattern[0]}'`,
      negative: isNegative(operator),
      meets: (value: string) => pattern[1].test(value) === (operator === 'match'),
      ofNothing: isNegative(operator),
    })),
  ),
  fc.constantFrom('in', 'notIn').chain((operator) =>
    fc
      .tuple(random.operator(operator), fc.array(word, { minLength: 1, maxLength: 4 }))
      .map(([written, wanted]) => ({
        text: `${written} [${wanted.map(random.quoted).join(' , ')}]`,
        negative: isNegative(operator),
        meets: (value: string) =>
          wanted.findIndex((each) => same(each, value)) >= 0 === (operator === 'in'),
        ofNothing: isNegative(operator),
      })),
  ),
  fc.constantFrom('eq', 'ne').chain((operator) =>
    fc
      .tuple(random.operator(operator), fc.constantFrom('null', '$null'))
      .map(([written, name]) => ({
        text: `${written} ${name}`,
        negative: operator === 'ne',
        meets: () => operator === 'ne',
        ofNothing: operator === 'eq',
      })),
  ),
)

const comparison = (text: string, meets: RandomRule['meets']): RandomRule => ({
  strength: 4,
  text,
  meets,
})

const ofText = fc.tuple(fc.constantFrom(...texts), textCondition).map(([[name, read], condition]) =>
  comparison(`${name} ${condition.text}`, (user) => {
    const value = read(user)
    return value === null ? condition.ofNothing : condition.meets(value)
  }),
)

const ofCollection = fc
  .tuple(fc.constantFrom(...collections), textCondition)
  .map(([[name, read], condition]) =>
    comparison(`${name} ${condition.text}`, (user) => {
      const items = read(user)
      if (items.length === 0) return condition.ofNothing
      const met = items.map(condition.meets)
      return condition.negative ? !met.includes(false) : met.includes(true)
    }),
  )

const ofItem = textCondition.map((condition) =>
  comparison(`_ ${condition.text}`, (_user, _now, item) => condition.meets(item)),
)

const ofSwitch = fc
  .tuple(fc.constantFrom('eq', 'ne'), fc.boolean())
  .map(([operator, wanted]) =>
    comparison(
      `user.accountEnabled -${operator} ${wanted}`,
      (user) => (user.accountEnabled === wanted) === (operator === 'eq'),
    ),
  )

const dayOperators: Readonly<Record<string, (one: Date, other: Date) => boolean>> = {
  eq: (one, other) => one.getTime() === other.getTime(),
  ne: (one, other) => one.getTime() !== other.getTime(),
  le: (one, other) => one <= other,
  ge: (one, other) => one >= other,
}

const ofDay = fc
  .tuple(
    fc.constantFrom(...Object.keys(dayOperators)),
    fc.constantFrom(...days),
    fc.constantFrom('', 'T00:00:00Z', 'T18:13:20Z', 'T00:00:00+02:00'),
    fc.boolean(),
  )
  .map(([operator, day, time, quoted]) =>
    comparison(
      `user.employeeHireDate -${operator} ${quoted ? `"${day}${time}"` : `${day}${time}`}`,
      ({ employeeHireDate }) =>
        employeeHireDate === null
          ? operator === 'ne'
          : (dayOperators[operator]?.(
              new Date(`${employeeHireDate}T00:00:00Z`),
              new Date(`${day}${time || 'T00:00:00Z'}`),
            ) ?? false),
    ),
  )

const ofNow = fc
  .tuple(fc.constantFrom('le', 'ge'), fc.integer({ min: -400, max: 400 }))
  .map(([operator, shift]) => {
    const sign = shift < 0 ? '-minus' : '-plus'
    return comparison(
      `user.employeeHireDate -${operator} system.now ${sign} P${Math.abs(shift)}D`,
      ({ employeeHireDate }, now) => {
        if (employeeHireDate === null) return false
        const wanted = new Date(now)
        wanted.setUTCDate(wanted.getUTCDate() + shift)
        return dayOperators[operator]?.(new Date(`${employeeHireDate}T00:00Z`), wanted) ?? false
      },
    )
  })

const inParentheses = (text: string, needed: boolean) => (needed ? `( ${text} )` : text)

/** Conditions joined by -and, -or and -not, with parentheses where they are needed and elsewhere. */
function joined(single: fc.Arbitrary<RandomRule>): fc.Arbitrary<RandomRule> {
  return fc.letrec<{ rule: RandomRule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      single,
      fc
        .tuple(
          fc.constantFrom(['and', 2] as const, ['or', 1] as const),
          fc.array(fc.tuple(tie('rule'), fc.boolean()), { minLength: 2, maxLength: 4 }),
        )
        .chain(([[name, strength], terms]) =>
          random.operator(name).map((written) => ({
            strength,
            text: terms
              .map(([term, extra]) => inParentheses(term.text, extra || term.strength <= strength))
              .join(` ${written} `),
            meets: (user: User, now: Date, item: string) => {
              const met = terms.filter(([term]) => term.meets(user, now, item)).length
              return name === 'and' ? met === terms.length : met > 0
            },
          })),
        ),
      fc.tuple(tie('rule'), random.operator('not')).map(([term, written]) => ({
        strength: 3,
        text: `${written} ${inParentheses(term.text, term.strength < 3)}`,
        meets: (user: User, now: Date, item: string) => !term.meets(user, now, item),
      })),
    ),
  })).rule
}

const ofItems = fc
  .tuple(fc.constantFrom('any', 'all'), fc.constantFrom(...collections), joined(ofItem))
  .map(([name, [collection, read], body]) =>
    comparison(`${collection} -${name} (${body.text})`, (user, now) => {
      const refused = read(user).filter((item) => !body.meets(user, now, item)).length
      return name === 'all' ? refused === 0 : refused < read(user).length
    }),
  )

export const randomRule = joined(fc.oneof(ofText, ofCollection, ofItems, ofSwitch, ofDay, ofNow))
