import { describe, expect, it } from 'vitest'
import {
  entryFor,
  isComplete,
  operatorsOf,
  takesValue,
} from '../../../../../renderer/users/filters/operators.ts'
import { suggestedFilters } from '../../../../../renderer/users/filters/suggested-filters.ts'
import { filterSchema, listed, operators } from '../../../../../shared/contract/query.ts'

describe('operatorsOf', () => {
  it('offers something for every property, and nothing twice', () => {
    for (const property of listed) {
      const offered = operatorsOf(property)
      expect(offered.length, property).toBeGreaterThan(0)
      expect(new Set(offered).size, property).toBe(offered.length)
    }
  })

  it('offers every operator somewhere', () => {
    expect(new Set(listed.flatMap(operatorsOf))).toEqual(new Set(operators))
  })

  it('does not ask whether what is always there is empty', () => {
    expect(operatorsOf('displayName')).not.toContain('isEmpty')
    expect(operatorsOf('accountEnabled')).toEqual(['is'])
    expect(operatorsOf('city')).toContain('isEmpty')
  })

  it('asks for verification only of authentication contacts', () => {
    const verifiable = listed.filter((property) => operatorsOf(property).includes('isNotVerified'))
    expect(verifiable).toEqual([
      'authenticationPhoneNumber',
      'authenticationAlternativePhoneNumber',
      'authenticationEmail',
    ])
  })
})

describe('entryFor', () => {
  it('has an entry wherever a value is taken, and none elsewhere', () => {
    for (const property of listed)
      for (const operator of operatorsOf(property))
        expect(entryFor(property, operator) !== 'none', `${property} ${operator}`).toBe(
          takesValue(operator),
        )
  })

  it('asks for days, countries, choices and people by what they are', () => {
    expect(entryFor('employeeHireDate', 'before')).toBe('day')
    expect(entryFor('lastModifiedDateTime', 'after')).toBe('day')
    expect(entryFor('usageLocation', 'is')).toBe('countries')
    expect(entryFor('userType', 'is')).toBe('choices')
    expect(entryFor('accountEnabled', 'is')).toBe('yes or no')
    expect(entryFor('managerId', 'is')).toBe('person')
  })
})

describe('isComplete', () => {
  it('waits for a value', () => {
    expect(isComplete({ property: 'city', operator: 'contains' })).toBe(false)
    expect(isComplete({ property: 'city', operator: 'contains', value: ' ' })).toBe(false)
    expect(isComplete({ property: 'city', operator: 'is', value: [] })).toBe(false)
  })

  it('takes “no” for a value', () => {
    expect(isComplete({ property: 'accountEnabled', operator: 'is', value: false })).toBe(true)
  })

  it('needs no value where none is taken', () => {
    expect(isComplete({ property: 'city', operator: 'isEmpty' })).toBe(true)
  })
})

describe('the suggested filters', () => {
  it('are complete, and could be made by hand', () => {
    for (const filter of suggestedFilters) {
      expect(filterSchema.safeParse(filter).success).toBe(true)
      expect(isComplete(filter)).toBe(true)
      expect(operatorsOf(filter.property)).toContain(filter.operator)
    }
  })
})
