import { describe, expect, it } from 'vitest'
import type { Asked, Output } from '../../../../shared/contract/contract.ts'
import { openNewDirectory, openRoster, type Roster } from '../../../support/open-roster.ts'

const noon = () => new Date('2026-03-01T12:00:00Z')

async function openSample(): Promise<Roster> {
  const roster = await openRoster(undefined, { now: noon })
  await roster.ask('openSampleDirectory', {})
  return roster
}

const textOf = ({ bytes }: Output<'exportUsers'>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const asked = (roster: Roster, input: Asked<'exportUsers'>) =>
  roster.ask('exportUsers', input).then(textOf)

describe('exportUsers', () => {
  it.each([
    ['csv', 'text/csv'],
    ['tsv', 'text/tab-separated-values'],
  ] as const)(
    'writes a table as %s that a bulk edit takes back without a change',
    async (format, type) => {
      const roster = await openSample()
      const file = await roster.ask('exportUsers', { format, mark: false })
      expect(file).toMatchObject({ name: `users-2026-03-01.${format}`, type, users: 200 })
      expect(await roster.ask('previewPastedUpdate', { text: textOf(file) })).toMatchObject({
        foundBy: 'userPrincipalName',
        total: 200,
        changed: 0,
        unchanged: 200,
      })
    },
  )

  it('writes the portal’s file, which an import takes back without a change', async () => {
    const roster = await openSample()
    const { name, bytes } = await roster.ask('exportUsers', { format: 'entra' })
    expect(await roster.ask('previewImport', { name, bytes })).toMatchObject({
      total: 200,
      unchanged: 200,
      problems: [],
    })
  })

  it('writes the columns of the list for those who match, in its order', async () => {
    const roster = await openNewDirectory()
    for (const [name, city] of [
      ['Grace Hopper', 'Arlington'],
      ['Joan Clarke', '=cmd'],
      ['Alan Turing', '=cmd'],
    ])
      await roster.ask('createUser', {
        values: {
          displayName: name,
          userPrincipalName: `${name?.split(' ')[0]}@contoso.example`,
          city,
        },
      })
    const shown = await asked(roster, {
      format: 'csv',
      query: { search: 'city:cmd', sort: [{ property: 'displayName', direction: 'desc' }] },
      properties: ['displayName', 'city'],
    })
    expect(shown).toBe(
      '\uFEFF"Display name","City"\r\n"Joan Clarke","\'=cmd"\r\n"Alan Turing","\'=cmd"\r\n',
    )
    const plain = { mark: false, harmless: false, properties: ['city' as const] }
    expect(await asked(roster, { format: 'csv', ...plain, query: { search: 'grace' } })).toBe(
      '"City"\r\n"Arlington"\r\n',
    )
  })

  it('writes Graph’s users, with the manager and the contacts', async () => {
    const roster = await openSample()
    const { ids = [] } = await roster.ask('listUsers', { offset: 0, limit: 0, idsOnly: true })
    const some = ids.slice(0, 2).reverse()
    const { value } = JSON.parse(await asked(roster, { format: 'json', ids: some }))
    expect(value.map(({ id }: { id: string }) => id)).toEqual(some)
    const user = await roster.ask('getUser', { id: some[0] ?? '' })
    expect(value[0]).toMatchObject({
      displayName: user.displayName,
      businessPhones: user.businessPhones,
      legalAgeGroupClassification: user.legalAgeGroupClassification,
      manager: { id: user.managerId },
      authentication: { phoneMethods: expect.any(Array), emailMethods: expect.any(Array) },
    })
    expect(Object.keys(value[0])).not.toContain('managerId')
  })

  it('is told by the history, with the format and how many', async () => {
    const roster = await openSample()
    await roster.ask('exportUsers', { format: 'vcard' })
    const { entries } = await roster.ask('listHistory', { offset: 0, limit: 1 })
    expect(entries).toMatchObject([
      { activity: 'exportUsers', details: { format: 'vcard', users: 200 } },
    ])
  })

  it('writes nothing when one of the chosen is gone', async () => {
    const roster = await openNewDirectory()
    expect(await roster.refusal('exportUsers', { format: 'ldif', ids: ['nobody'] })).toMatchObject({
      code: 'not-found',
    })
    const { entries } = await roster.ask('listHistory', { offset: 0, limit: 1 })
    expect(entries).not.toMatchObject([{ activity: 'exportUsers' }])
  })
})
