import { type PropertyName, propertyNames, propertyOf } from '../../shared/fields/catalogue.ts'
import type { Editor } from '../../shared/fields/property.ts'

/** Nothing else in the world is written like this: whatever holds it holds what was planted. */
const letters = 'Qzvxkwjq'
const digits = '73918465'

/** A text that can be told from all others. */
export function plantedText(number: number): string {
  return `${letters}${number}`
}

export function plantedMail(number: number): string {
  return `${plantedText(number)}@contoso.example`
}

function plantedPhone(number: number): string {
  return `+1 ${digits}${String(number).padStart(4, '0')}`
}

/** So many people as the portal downloads them. */
export function plantedCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, number) =>
    [
      plantedMail(number),
      `Zoë ${plantedText(number)}`,
      plantedText(number),
      plantedPhone(number),
    ].join(),
  )
  return `userPrincipalName,displayName,surname,mobilePhone\n${rows.join('\n')}\n`
}

/** What is planted in a property that is edited like this; the others hold no text of anybody's own. */
const plantedAs: Partial<Record<Editor, (number: number) => unknown>> = {
  text: plantedText,
  multiline: plantedText,
  'user-name': plantedMail,
  email: plantedMail,
  'authentication-email': plantedMail,
  emails: (number) => [plantedMail(number)],
  phone: plantedPhone,
  'authentication-phone': plantedPhone,
  phones: (number) => [plantedPhone(number)],
}

/** A value that can be told from all others, in every property that can hold one. */
export function plantedValues(from: number): Partial<Record<PropertyName, unknown>> {
  const values: Partial<Record<PropertyName, unknown>> = Object.fromEntries(
    propertyNames.flatMap((name, at) => {
      const plant = plantedAs[propertyOf(name).editor]
      return plant ? [[name, plant(from + at)]] : []
    }),
  )
  return { ...values, proxyAddresses: [`SMTP:${values.mail}`] }
}

/** Whether a file holds anything that was planted, in any form in which a program may have written it. */
export function holdsPlanted(file: Buffer): boolean {
  const text = file.toString('latin1').toLowerCase()
  return (
    [letters, digits].some(
      (marker) =>
        text.includes(marker.toLowerCase()) ||
        [wide(marker), ...escaped(marker), ...inHex(marker)].some((form) =>
          text.includes(form.toLowerCase()),
        ),
    ) ||
    [letters, letters.toLowerCase(), digits]
      .flatMap((marker) => [Buffer.from(marker), utf16(marker)])
      .some((marker) => holdsInBase64(file, marker))
  )
}

const utf16 = (marker: string) => Buffer.from(marker, 'utf16le')

/** The bytes that both orders of UTF-16 have in common. */
const wide = (marker: string) => utf16(marker).subarray(0, -1).toString('latin1')

/** As a dump of bytes writes small letters and capitals. */
const inHex = (marker: string) =>
  [marker, marker.toLowerCase(), marker.toUpperCase()].flatMap((form) => [
    Buffer.from(form).toString('hex'),
    utf16(form).toString('hex', 0, 2 * form.length - 1),
  ])

/** As JSON may write any character. */
const escaped = (marker: string) => [
  [...marker.toLowerCase()].map((each) => `\\u00${each.charCodeAt(0).toString(16)}`).join(''),
]

/** At whichever of three places in a group of base64 the marker begins. */
function holdsInBase64(file: Buffer, marker: Buffer): boolean {
  return [0, 1, 2].some((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), marker]).toString('base64')
    const first = Math.ceil((before * 8) / 6)
    const last = Math.floor(((before + marker.length) * 8) / 6)
    const certain = coded.slice(first, last)
    return (
      file.includes(certain) || file.includes(certain.replaceAll('+', '-').replaceAll('/', '_'))
    )
  })
}
