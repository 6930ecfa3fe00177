import type { PropertyName } from '../../../shared/fields/catalogue.ts'
import { addressLetters, withoutAccents } from '../../../shared/fields/plain-letters.ts'
import { sameValue } from '../../../shared/fields/values.ts'
import { asText } from '../../properties/raw.ts'
import type { Values } from './edits.ts'

/** A property that holds the former last name, and what it would be with the new one. */
export type Renaming = {
  readonly name: PropertyName
  readonly from: string
  readonly to: string
}

const named = ['displayName', 'userPrincipalName', 'mailNickname', 'mail'] as const

/**
 * What else would change with the last name. Only properties that hold the former name and that nobody
 * has edited meanwhile; the same name in the middle of another word does not count.
 */
export function renamingsOf(stored: Values, values: Values): readonly Renaming[] {
  const former = asText(stored.surname).trim()
  const next = asText(values.surname).trim()
  if (!former || !next || former === next) return []
  return named.flatMap((name) => {
    const from = asText(stored[name])
    if (!sameValue(values[name], stored[name])) return []
    const to =
      name === 'displayName' ? renamedText(from, former, next) : renamedAddress(from, former, next)
    return to === from ? [] : [{ name, from, to }]
  })
}

/** The former name as a whole word, in whatever case; a name in capitals stays in capitals. */
function renamedText(text: string, former: string, next: string): string {
  const word = new RegExp(`(?<![\\p{L}\\p{M}])${escaped(former)}(?![\\p{L}\\p{M}])`, 'giu')
  return text.replace(word, (found) =>
    found === found.toUpperCase() && found !== found.toLowerCase() ? next.toUpperCase() : next,
  )
}

/** The same before the @ of an address, where names have no accents and may be joined by a sign. */
function renamedAddress(address: string, former: string, next: string): string {
  const at = address.lastIndexOf('@')
  const local = at < 0 ? address : address.slice(0, at)
  const domain = at < 0 ? '' : address.slice(at)
  for (const { spell, joint } of spellings(former)) {
    const to = nameWith(next, joint, spell)
    const found = to === '' ? null : occurrence(local, nameWith(former, joint, spell))
    if (found)
      return `${local.slice(0, found.index)}${to}${local.slice(found.index + found.length)}${domain}`
  }
  return address
}

type Spelling = { readonly spell: (name: string) => string; readonly joint: string }

/** "Müller" is written muller or mueller; "van der Berg" vanderberg or van-der-berg. */
function spellings(former: string): readonly Spelling[] {
  const joints = /\s/.test(former) ? ['', '.', '-', '_'] : ['']
  return joints.flatMap((joint) => [
    { spell: withoutAccents, joint },
    { spell: asInGerman, joint },
  ])
}

const nameWith = (name: string, joint: string, spell: (name: string) => string) =>
  spell(name)
    .split(/\s+/)
    .map(addressLetters)
    .filter((part) => part !== '')
    .join(joint)

const asInGerman = (name: string) =>
  withoutAccents(
    name
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöü]/g, (vowel) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[vowel] ?? vowel),
  )

/**
 * Where the name stands by itself, or at one end of a word such as "alovelace" when it is long enough
 * not to be there by chance.
 */
function occurrence(local: string, name: string) {
  if (name === '') return null
  const letter = '[a-z]'
  const spelled = escaped(name)
  const whole = `(?<!${letter})${spelled}(?!${letter})`
  const atOneEnd = `(?<!${letter})${spelled}|${spelled}(?!${letter})`
  const found =
    new RegExp(whole, 'i').exec(local) ??
    (name.length > 2 ? new RegExp(atOneEnd, 'i').exec(local) : null)
  return found && { index: found.index, length: name.length }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
