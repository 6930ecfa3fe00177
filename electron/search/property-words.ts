import { type Listed, listed } from '../../shared/contract/query.ts'
import { isPropertyName, propertyOf } from '../../shared/fields/catalogue.ts'
import { properties as labels } from '../../shared/text/en/properties.ts'
import { fold } from './fold.ts'

const lettersOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

const aliasesOf = (property: Listed) =>
  isPropertyName(property) ? (propertyOf(property).aliases ?? []) : []

// Later entries win: a property's own name over an alias, an alias over a label.
const properties: ReadonlyMap<string, Listed> = new Map([
  ...listed.map((property) => [lettersOf(labels[property]), property] as const),
  ...listed.flatMap((property) => aliasesOf(property).map((alias) => [alias, property] as const)),
  ...listed.map((property) => [lettersOf(property), property] as const),
])

/** The property that a word before a colon names: by its name, its label without spaces or an alias. */
export const propertyCalled = (word: string): Listed | undefined => properties.get(lettersOf(word))
