import { type PropertyName, propertyOf } from '../../shared/fields/catalogue.ts'
import { countryCodes } from '../../shared/fields/countries.ts'
import { choices as choiceNames } from '../../shared/text/en/properties.ts'
import { countryName } from '../search/country-name.ts'
import { fold } from '../search/fold.ts'
import { rearmed } from './write-csv.ts'

/**
 * What the text of a cell means as a value of the property. What does not read as its property's kind is
 * passed on as it is, for the rules to name.
 */
export function cellValue(property: PropertyName, written: string): unknown {
  const cell = rearmed(written)
  const { editor, choices = [] } = propertyOf(property)
  switch (editor) {
    case 'switch':
      return booleans.get(cell.toLowerCase()) ?? cell
    case 'phones':
      return [cell]
    case 'emails':
    case 'proxy-addresses':
      return cell.split(/[;,\n]/).map((value) => value.trim())
    case 'choice':
      return choices.find((choice) => isChoice(choice, cell)) ?? cell
    case 'country':
      return codeOf(cell) ?? cell
    default:
      return cell
  }
}

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

function isChoice(choice: string, cell: string): boolean {
  const name = (choiceNames as Readonly<Record<string, string>>)[choice] ?? choice
  return [choice, name].some((each) => each.toLowerCase() === cell.toLowerCase())
}

let codes: ReadonlyMap<string, string> | null = null

/** The code of a country that is written out. */
function codeOf(cell: string): string | undefined {
  codes ??= new Map(countryCodes.map((code) => [fold(countryName(code)), code]))
  return codes.get(fold(cell))
}
