import { lookUp } from './look-up.ts'
import { field, type NumberPlan, plans } from './telephones.ts'

/** An office: what everyone who works there shares. */
export type Office = {
  readonly code: string
  readonly location: string
  readonly company: string
  readonly openedOn: string
  readonly streetAddress: string
  readonly postalCode: string
  readonly telephone: (extension: number) => string
  readonly fax?: string
}

/** Where people work: one of the five offices, or at home in another city. */
export type Place = {
  readonly city: string
  readonly state?: string
  readonly country: string
  readonly countryCode: string
  readonly language: string
  readonly numbers: NumberPlan
  readonly office?: Office
  /** For people without an office: the company of which office employs them. */
  readonly employedBy: string
}

const offices = {
  Sheffield: {
    code: 'SHF',
    location: 'Sheffield',
    company: 'Askerby Instruments Ltd',
    openedOn: '2003-05-12',
    streetAddress: 'Anvil Wharf\n14 Protractor Lane',
    postalCode: 'S3 8ZZ',
    telephone: (extension) => `+44 114 496 0${extension}`,
  },
  Rochester: {
    code: 'ROC',
    location: 'Rochester',
    company: 'Askerby Instruments Inc.',
    openedOn: '2009-09-14',
    streetAddress: '480 Lantern Mill Drive\nSuite 300',
    postalCode: '14604',
    telephone: (extension) => `+1 585-555-0100 ext. ${extension}`,
  },
  Köln: {
    code: 'CGN',
    location: 'Köln',
    company: 'Askerby Instruments GmbH',
    openedOn: '2007-02-05',
    streetAddress: 'Am Alten Eichamt 12',
    postalCode: '50667',
    telephone: (extension) => `+49 221 4710-${extension}`,
    fax: '+49 221 4710-999',
  },
  Wrocław: {
    code: 'WRO',
    location: 'Wrocław',
    company: 'Askerby Optics Sp. z o.o.',
    openedOn: '2008-10-06',
    streetAddress: 'ul. Szlifierzy Szkła 27',
    postalCode: '50-099',
    telephone: (extension) => `+48 71 000 0${Math.floor(extension / 100)} ${twoDigits(extension)}`,
  },
  Nagoya: {
    code: 'NGO',
    location: 'Nagoya',
    company: 'Askerby Instruments K.K.',
    openedOn: '2013-04-01',
    streetAddress: '3-12 Kaku-cho, Naka-ku',
    postalCode: '460-0000',
    telephone: (extension) => `+81 52-000-0${extension}`,
    fax: '+81 52-000-0999',
  },
} satisfies Readonly<Record<string, Office>>

const twoDigits = (extension: number) => String(extension % 100).padStart(2, '0')

function inOffice(
  city: keyof typeof offices,
  place: Pick<Place, 'country' | 'countryCode' | 'language' | 'numbers' | 'state'>,
): Place {
  const office: Office = offices[city]
  return { city, ...place, office, employedBy: office.company }
}

function atHome(
  employer: keyof typeof offices,
  country: string,
  countryCode: string,
  language: string,
  city: string,
): Place {
  const numbers = lookUp(field, countryCode)
  return { city, country, countryCode, language, numbers, employedBy: offices[employer].company }
}

const everywhere: readonly Place[] = [
  inOffice('Sheffield', {
    state: 'South Yorkshire',
    country: 'United Kingdom',
    countryCode: 'GB',
    language: 'en-GB',
    numbers: plans.britain,
  }),
  inOffice('Rochester', {
    state: 'NY',
    country: 'United States',
    countryCode: 'US',
    language: 'en-US',
    numbers: plans.unitedStates,
  }),
  inOffice('Köln', {
    state: 'Nordrhein-Westfalen',
    country: 'Germany',
    countryCode: 'DE',
    language: 'de-DE',
    numbers: plans.germany,
  }),
  inOffice('Wrocław', {
    state: 'dolnośląskie',
    country: 'Poland',
    countryCode: 'PL',
    language: 'pl-PL',
    numbers: plans.poland,
  }),
  inOffice('Nagoya', {
    state: 'Aichi',
    country: 'Japan',
    countryCode: 'JP',
    language: 'ja-JP',
    numbers: plans.japan,
  }),
  atHome('Köln', 'Norway', 'NO', 'nb-NO', 'Bergen'),
  atHome('Köln', 'Denmark', 'DK', 'da-DK', 'Aarhus'),
  atHome('Köln', 'Sweden', 'SE', 'sv-SE', 'Göteborg'),
  atHome('Köln', 'Türkiye', 'TR', 'tr-TR', 'İzmir'),
  atHome('Köln', 'Jordan', 'JO', 'ar-JO', 'Amman'),
  atHome('Köln', 'Israel', 'IL', 'he-IL', 'Haifa'),
  atHome('Rochester', 'Brazil', 'BR', 'pt-BR', 'São Paulo'),
  atHome('Nagoya', 'Vietnam', 'VN', 'vi-VN', 'Đà Nẵng'),
  atHome('Nagoya', 'India', 'IN', 'en-IN', 'Pune'),
  atHome('Nagoya', 'China', 'CN', 'zh-CN', 'Suzhou'),
]

const byCity = new Map(everywhere.map((place) => [place.city, place]))

export const placeOf = (city: string): Place => lookUp(byCity, city)
