import { z } from '../zod.ts'
import { isCountryCode } from './countries.ts'
import { type Check, obey, type Property, type Section } from './property.ts'
import { cleanLine, cleanLines } from './rules/clean-text.ts'
import { checkDay, dayOf } from './rules/date.ts'
import { checkLanguage } from './rules/language.ts'
import { atMost, atMostValues } from './rules/length.ts'
import { checkMail } from './rules/mail.ts'
import { checkMailNickname } from './rules/mail-nickname.ts'
import { checkAuthenticationPhone, checkPhone } from './rules/phone.ts'
import { checkProxyAddresses } from './rules/proxy-addresses.ts'
import { checkUserPrincipalName } from './rules/user-principal-name.ts'

const line = z.string().transform(cleanLine)

/** What holds nothing, once it is cleaned, is no value: it is stored as null. */
function optional(schema: z.ZodType<string, string>, clean = cleanLine) {
  return z
    .string()
    .nullable()
    .transform((value) => (value === null ? null : clean(value) || null))
    .pipe(schema.nullable())
}

function present(schema: z.ZodType<string, string>) {
  return obey(schema, (value) => (value === '' ? { rule: 'required' } : undefined))
}

type Limits = {
  readonly limit?: number
  readonly aliases?: readonly string[]
  readonly editor?: Property['editor']
  readonly check?: Check<string>
  readonly clean?: (text: string) => string
}

function ruled({ limit, check, clean = cleanLine }: Limits) {
  const checks = [...(limit ? [atMost(limit)] : []), ...(check ? [check] : [])]
  return obey(z.string().transform(clean), ...checks)
}

const shown = ({ limit, aliases, editor = 'text' }: Limits) => ({
  editor,
  ...(limit ? { limit } : {}),
  ...(aliases ? { aliases } : {}),
})

function text(section: Section, limits: Limits) {
  return {
    section,
    ...shown(limits),
    schema: optional(ruled(limits), limits.clean),
  } satisfies Property
}

function requiredText(section: Section, limits: Limits) {
  const required = true as const
  return { section, ...shown(limits), required, schema: present(ruled(limits)) } satisfies Property
}

function choice<const C extends readonly [string, ...string[]]>(
  section: Section,
  choices: C,
  aliases: readonly string[] = [],
) {
  const schema = obey(z.string().nullable(), (value) =>
    value === null || choices.includes(value)
      ? undefined
      : { rule: 'notAChoice', values: { value } },
  ).transform((value) => value as C[number] | null)
  return { section, editor: 'choice', choices, aliases, schema } satisfies Property
}

function list(section: Section, limits: Limits & { readonly count: number }) {
  const filled = z.array(z.string()).transform((values) => values.filter((value) => value.trim()))
  const each = filled.pipe(z.array(ruled(limits)))
  const schema = obey(
    each.transform((values) => [...new Set(values.filter((value) => value !== ''))]),
    limits.count === 1
      ? (values) =>
          values.length > 1 ? { rule: 'onlyOne', values: { count: values.length } } : undefined
      : atMostValues(limits.count),
  )
  return { section, ...shown(limits), schema } satisfies Property
}

const userTypes = ['Member', 'Guest'] as const

/**
 * Every property of a user that a person can edit: Microsoft Graph's names and limits, in the order of
 * the profile page. The form, the columns, validation, search, import and export all read this table.
 */
export const catalogue = {
  displayName: requiredText('identity', { limit: 256, aliases: ['name'] }),
  givenName: text('identity', { limit: 64, aliases: ['first'] }),
  surname: text('identity', { limit: 64, aliases: ['last'] }),
  userPrincipalName: requiredText('identity', {
    editor: 'user-name',
    check: checkUserPrincipalName,
    aliases: ['upn', 'user', 'login'],
  }),
  mailNickname: requiredText('identity', {
    limit: 64,
    check: checkMailNickname,
    aliases: ['nickname', 'alias'],
  }),
  userType: {
    section: 'identity',
    editor: 'choice',
    choices: userTypes,
    required: true,
    aliases: ['type'],
    schema: obey(z.string(), (value) =>
      userTypes.some((type) => type === value)
        ? undefined
        : { rule: 'notAChoice', values: { value } },
    ).transform((value) => value as (typeof userTypes)[number]),
  },
  preferredLanguage: text('identity', {
    editor: 'language',
    check: checkLanguage,
    aliases: ['language'],
  }),

  jobTitle: text('jobInformation', { limit: 128, aliases: ['title', 'job'] }),
  companyName: text('jobInformation', { limit: 64, aliases: ['company'] }),
  department: text('jobInformation', { limit: 64, aliases: ['dept'] }),
  employeeId: text('jobInformation', { limit: 16, aliases: ['employee'] }),
  employeeType: text('jobInformation', { limit: 256 }),
  employeeHireDate: text('jobInformation', {
    editor: 'date',
    clean: (value) => dayOf(cleanLine(value)),
    check: checkDay,
    aliases: ['hired', 'hiredate'],
  }),
  officeLocation: text('jobInformation', { limit: 128, aliases: ['office'] }),
  division: text('jobInformation', { limit: 256 }),
  costCenter: text('jobInformation', { limit: 256, aliases: ['costcentre'] }),
  managerId: {
    section: 'jobInformation',
    editor: 'user',
    aliases: ['manager'],
    schema: z
      .string()
      .nullable()
      .transform((value) => value || null),
  },

  accountEnabled: {
    section: 'settings',
    editor: 'switch',
    required: true,
    aliases: ['enabled'],
    schema: z.boolean(),
  },
  usageLocation: {
    section: 'settings',
    editor: 'country',
    keepsValue: true,
    aliases: ['location', 'usage'],
    schema: optional(
      obey(
        line.transform((value) => value.toUpperCase()),
        (value) =>
          isCountryCode(value) ? undefined : { rule: 'notACountryCode', values: { value } },
      ),
    ),
  },
  ageGroup: choice('settings', ['Minor', 'NotAdult', 'Adult']),
  consentProvidedForMinor: choice('settings', ['Granted', 'Denied', 'NotRequired']),

  streetAddress: text('contactInformation', {
    limit: 1024,
    editor: 'multiline',
    clean: cleanLines,
    aliases: ['street', 'address'],
  }),
  city: text('contactInformation', { limit: 128 }),
  state: text('contactInformation', { limit: 128, aliases: ['province'] }),
  postalCode: text('contactInformation', { limit: 40, aliases: ['zip', 'postcode'] }),
  country: text('contactInformation', { limit: 128, aliases: ['region'] }),
  businessPhones: list('contactInformation', {
    editor: 'phones',
    limit: 64,
    count: 1,
    check: checkPhone,
    aliases: ['phone', 'businessphone', 'officephone'],
  }),
  mobilePhone: text('contactInformation', {
    editor: 'phone',
    limit: 64,
    check: checkPhone,
    aliases: ['mobile', 'cell'],
  }),
  faxNumber: text('contactInformation', {
    editor: 'phone',
    limit: 64,
    check: checkPhone,
    aliases: ['fax'],
  }),
  mail: text('contactInformation', {
    editor: 'email',
    limit: 256,
    check: checkMail,
    aliases: ['email'],
  }),
  otherMails: list('contactInformation', {
    editor: 'emails',
    limit: 250,
    count: 250,
    check: checkMail,
    aliases: ['othermail', 'otheremails'],
  }),
  proxyAddresses: {
    section: 'contactInformation',
    editor: 'proxy-addresses',
    aliases: ['proxy'],
    schema: obey(
      z.array(line).transform((values) => values.filter((value) => value !== '')),
      checkProxyAddresses,
    ),
  },

  authenticationPhoneNumber: text('authenticationContactInfo', {
    editor: 'authentication-phone',
    check: checkAuthenticationPhone,
    aliases: ['authenticationphone'],
  }),
  authenticationAlternativePhoneNumber: text('authenticationContactInfo', {
    editor: 'authentication-phone',
    check: checkAuthenticationPhone,
    aliases: ['alternateauthenticationphone'],
  }),
  authenticationEmail: text('authenticationContactInfo', {
    editor: 'authentication-email',
    limit: 256,
    check: checkMail,
  }),
} satisfies Record<string, Property>

export type PropertyName = keyof typeof catalogue

export const propertyNames = Object.keys(catalogue) as readonly PropertyName[]

export const isPropertyName = (name: string): name is PropertyName => Object.hasOwn(catalogue, name)

/** The catalogue's row of a property, seen as any property. */
export const propertyOf = (name: PropertyName): Property => catalogue[name]

export const propertiesOf = (section: Section): readonly PropertyName[] =>
  propertyNames.filter((name) => catalogue[name].section === section)

/** What each property holds; null or an empty list where there is no value. */
export type UserValues = { [P in PropertyName]: z.output<(typeof catalogue)[P]['schema']> }
