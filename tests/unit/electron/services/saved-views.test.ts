import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openNewDirectory, openRoster, signIn } from '../../../support/open-roster.ts'

const aView = (name: string, search = '') => ({
  name,
  search,
  filters: [],
  sort: [{ property: 'city' as const, direction: 'desc' as const }],
  columns: ['displayName' as const, 'city' as const],
  widths: { city: 200 },
})

describe('views', () => {
  it('are kept over a restart, in the order of their names, and go one by one', async () => {
    const roster = await openNewDirectory()
    for (const name of ['Sales', 'Blocked', 'room 10', 'Room 9'])
      await roster.ask('saveView', { view: aView(name) })
    await roster.ask('deleteView', { name: 'blocked' })
    const again = await roster.reopen()
    await signIn(again)
    const { views } = await again.ask('listViews', {})
    expect(views.map(({ name }) => name)).toEqual(['Room 9', 'room 10', 'Sales'])
    expect(views[2]).toEqual(aView('Sales'))
  })

  it('hold for each name what was saved last, capitals aside', async () => {
    const name = fc.constantFrom('Sales', 'SALES', 'sales', 'Salés', 'Other')
    const roster = await openNewDirectory()
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, fc.string())), async (saves) => {
        for (const each of ['sales', 'Salés', 'Other'])
          await roster.ask('deleteView', { name: each })
        const last = new Map<string, string>()
        for (const [each, search] of saves) {
          await roster.ask('saveView', { view: aView(each, search) })
          last.set(each.toLowerCase(), search)
        }
        const { views } = await roster.ask('listViews', {})
        expect(new Map(views.map((each) => [each.name.toLowerCase(), each.search]))).toEqual(last)
      }),
      { numRuns: 20 },
    )
  })

  it('are each person’s own, and at most a hundred', async () => {
    const roster = await openRoster()
    await roster.ask('openSampleDirectory', {})
    for (let number = 0; number < 100; number += 1)
      await roster.ask('saveView', { view: aView(`View ${number}`) })
    expect(await roster.refusal('saveView', { view: aView('One more') })).toMatchObject({
      code: 'invalid-input',
      message: 'At most 100 views are kept. Delete one first. Nothing was saved.',
    })
    await roster.ask('saveView', { view: aView('view 7', 'anew') })
  })
})
