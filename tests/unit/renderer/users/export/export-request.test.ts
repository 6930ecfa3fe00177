import { describe, expect, it } from 'vitest'
import {
  type Choices,
  type Exportable,
  exportRequest,
  whomOf,
} from '../../../../../renderer/users/export/export-request.ts'
import { usualView } from '../../../../../renderer/users/list-view.ts'

const exportable: Exportable = {
  selected: ['ada'],
  view: { ...usualView, search: 'sales', columns: ['displayName', 'city'] },
  deleted: false,
  matching: 3,
  total: 200,
}
const choices: Choices = {
  whom: 'shown',
  format: 'csv',
  columns: 'shown',
  mark: true,
  harmless: true,
}

describe('whomOf', () => {
  it('offers who is selected, who is shown, and everybody, where these differ', () => {
    expect(whomOf(exportable)).toEqual(['selected', 'shown', 'all'])
    expect(whomOf({ ...exportable, selected: [], matching: 200 })).toEqual(['all'])
  })
})

describe('exportRequest', () => {
  it('asks for the list as it is shown', () => {
    expect(exportRequest(exportable, choices)).toMatchObject({
      query: { search: 'sales' },
      properties: ['displayName', 'city'],
    })
  })

  it('asks for everybody without what narrows the list, or for the selected alone', () => {
    const all = exportRequest(exportable, { ...choices, whom: 'all', columns: 'all' })
    expect(all).toMatchObject({ query: { search: '', filters: [] } })
    expect(all).not.toHaveProperty('properties')
    const selected = exportRequest(exportable, { ...choices, whom: 'selected' })
    expect(selected).toMatchObject({ ids: ['ada'] })
    expect(selected).not.toHaveProperty('query')
  })
})
