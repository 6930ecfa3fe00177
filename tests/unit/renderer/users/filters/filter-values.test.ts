import { describe, expect, it } from 'vitest'
import { filterValues } from '../../../../../renderer/users/filters/filter-values.ts'
import type { Filter } from '../../../../../shared/contract/query.ts'
import { english } from '../value-words.ts'

const valuesOf = (property: Filter['property'], value: Filter['value']) =>
  filterValues({ property, operator: 'is', ...(value === undefined ? {} : { value }) }, english)

describe('filterValues', () => {
  it('words the values as the list does', () => {
    expect(valuesOf('usageLocation', ['DE', 'FR'])).toEqual(['Germany', 'France'])
    expect(valuesOf('ageGroup', ['NotAdult'])).toEqual(['Not adult'])
    expect(valuesOf('accountEnabled', false)).toEqual(['No'])
    expect(valuesOf('employeeHireDate', '2026-03-01')).toEqual(['1 Mar 2026'])
  })

  it('leaves texts as they are', () => {
    expect(valuesOf('city', ['Zürich'])).toEqual(['Zürich'])
  })

  it('has none for a filter without a value', () => {
    expect(valuesOf('city', undefined)).toEqual([])
  })
})
