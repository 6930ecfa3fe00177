import { describe, expect, it } from 'vitest'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

async function withPeople(): Promise<{ roster: Roster; ids: Record<string, string> }> {
  const roster = await openNewDirectory()
  const people = {
    grace: { displayName: 'Grace Hopper', employeeId: '1906', mail: 'amazing@navy.example' },
    joan: { displayName: 'Joan Clarke', employeeId: '1917' },
    emil: { displayName: 'Émil Ståhl' },
    other: { displayName: 'Emil Stahl' },
  }
  const ids: Record<string, string> = {}
  for (const [name, values] of Object.entries(people)) {
    const userPrincipalName = `${name}@contoso.example`
    const user = await roster.ask('createUser', { values: { ...values, userPrincipalName } })
    ids[name] = user.id
  }
  return { roster, ids }
}

describe('findUsers', () => {
  it('finds by object id, user name, address, nickname, employee id and name, without case', async () => {
    const { roster, ids } = await withPeople()
    const texts = [ids.grace, 'JOAN@contoso.example', 'Amazing@navy.example', 'joan', '1917']
    for (const text of [...texts, 'grace  hopper', 'Clarke, Joan']) {
      const found = await roster.ask('findUsers', { texts: [String(text)] })
      expect(found.ids, String(text)).toHaveLength(1)
      expect([ids.grace, ids.joan]).toContain(found.ids[0])
    }
    const all = await roster.ask('findUsers', { texts: ['1906', 'grace@contoso.example', '1917'] })
    expect(all).toEqual({ ids: [ids.grace, ids.joan], notFound: [], several: [] })
  })

  it('tells what nobody and what several people are called', async () => {
    const { roster, ids } = await withPeople()
    await roster.ask('deleteUsers', { ids: [ids.joan ?? ''] })
    const found = await roster.ask('findUsers', { texts: ['emil stahl', 'Joan Clarke', '', '0'] })
    expect(found.ids).toEqual([])
    expect(found.notFound).toEqual(['Joan Clarke', '', '0'])
    expect(found.several.map(({ text, users }) => [text, users.map(({ id }) => id)])).toEqual([
      ['emil stahl', [ids.emil, ids.other]],
    ])
  })
})
