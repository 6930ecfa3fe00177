import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

async function add(roster: Roster, name: string, managerId: string | null = null): Promise<string> {
  const nickname = name.toLowerCase()
  const { id } = await roster.ask('createUser', {
    values: {
      displayName: name,
      userPrincipalName: `${nickname}@contoso.example`,
      mailNickname: nickname,
      accountEnabled: true,
      managerId,
    },
  })
  return id
}

const chartOf = (roster: Roster, topId?: string) =>
  roster.ask('getOrganizationChart', topId ? { topId } : {})

describe('the organisation chart', () => {
  it('is empty while nobody manages anybody', async () => {
    const roster = await openNewDirectory()
    expect(await chartOf(roster)).toEqual({ people: [], total: 0, above: [], tops: [] })
  })

  it('begins with whoever has the most people, and counts them over all levels', async () => {
    const roster = await openNewDirectory()
    const small = await add(roster, 'Small')
    await add(roster, 'Helper', small)
    const large = await add(roster, 'Large')
    const middle = await add(roster, 'Middle', large)
    await add(roster, 'Zoe', middle)
    await add(roster, 'Anna', middle)
    const { people, total, tops } = await chartOf(roster)
    expect(people.map(({ displayName, below }) => [displayName, below])).toEqual([
      ['Large', 3],
      ['Middle', 2],
      ['Anna', 0],
      ['Zoe', 0],
    ])
    expect(total).toBe(4)
    expect(tops.map(({ displayName }) => displayName)).toEqual(['Large', 'Small'])
  })

  it('opens anywhere, and tells the way up', async () => {
    const roster = await openNewDirectory()
    const top = await add(roster, 'Top')
    const middle = await add(roster, 'Middle', top)
    const low = await add(roster, 'Low', middle)
    const { people, above } = await chartOf(roster, low)
    expect(people.map(({ displayName }) => displayName)).toEqual(['Low'])
    expect(above.map(({ displayName }) => displayName)).toEqual(['Middle', 'Top'])
  })

  it('leaves deleted people out, and those below them stand on their own', async () => {
    const roster = await openNewDirectory()
    const top = await add(roster, 'Top')
    const middle = await add(roster, 'Middle', top)
    await add(roster, 'Low', middle)
    await add(roster, 'Other', top)
    await roster.ask('deleteUsers', { ids: [middle] })
    const { people } = await chartOf(roster, top)
    expect(people.map(({ displayName }) => displayName)).toEqual(['Top', 'Other'])
    expect(await roster.refusal('getOrganizationChart', { topId: middle })).toMatchObject({
      code: 'not-found',
    })
  })

  it('tells how many there are when the lowest levels are cut', async () => {
    const roster = await openNewDirectory()
    const top = await add(roster, 'Top')
    for (const name of ['A', 'B', 'C']) await add(roster, name, top)
    const { people, total } = await roster.ask('getOrganizationChart', { topId: top, limit: 2 })
    expect([people.length, total]).toEqual([2, 4])
  })

  it('has everybody below the top once, behind whom they report to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(), { maxLength: 12 }), async (managers) => {
        const roster = await openNewDirectory()
        const ids = [await add(roster, 'P0')]
        for (const [index, choice] of managers.entries())
          ids.push(await add(roster, `P${index + 1}`, ids[choice % ids.length] ?? null))
        const { people } = await chartOf(roster, ids[0])
        expect(people.map(({ id }) => id).sort()).toEqual([...ids].sort())
        const places = new Map(people.map(({ id }, place) => [id, place]))
        for (const [place, { managerId }] of people.entries())
          if (place > 0) expect(places.get(managerId ?? '')).toBeLessThan(place)
      }),
      { numRuns: 8 },
    )
  })
})
