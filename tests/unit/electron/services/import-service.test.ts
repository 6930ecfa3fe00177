import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type FolderFs, nodeFs } from '../../../../electron/store/store-fs.ts'
import { openNewDirectory, type Roster } from '../../../support/open-roster.ts'

const export1000 = join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'fixtures',
  'entra-download-1000.csv',
)

const csv = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'))
const header = 'userPrincipalName,displayName,objectId,accountEnabled,department,mail'
const ids = {
  grace: 'b5e4f682-7ca1-49bd-a206-36dd155e72c0',
  joan: 'e1f49466-7f36-4ca9-8a20-abec535e4233',
}
const grace = `grace@contoso.example,Grace Hopper,${ids.grace},True,Navy,`
const joan = `joan@contoso.example,Joan Clarke,${ids.joan},True,Hut 8,`

const preview = (roster: Roster, bytes: Uint8Array) =>
  roster.ask('previewImport', { name: 'users.csv', bytes })

async function importAll(roster: Roster, bytes: Uint8Array) {
  const { importId } = await preview(roster, bytes)
  return roster.ask('applyImport', { importId })
}

const total = async (roster: Roster) =>
  (await roster.ask('listUsers', { offset: 0, limit: 0 })).total

describe('a real export of a thousand people', () => {
  it('is imported whole, as one transaction, and changes nothing the second time', async () => {
    const roster = await openNewDirectory()
    const bytes = await readFile(export1000)
    const first = await preview(roster, bytes)
    expect(first).toMatchObject({
      total: 1000,
      new: 1000,
      changed: 0,
      unchanged: 0,
      invalid: 0,
      problems: [],
      newDomains: ['woodgrove.example', 'woodgrove.onmicrosoft.com'],
    })
    const applied = await roster.ask('applyImport', { importId: first.importId })
    expect(applied).toMatchObject({ created: 1000, updated: 0 })
    expect(await total(roster)).toBe(1001)

    const second = await preview(roster, bytes)
    expect(second).toMatchObject({ new: 0, changed: 0, unchanged: 1000, invalid: 0, problems: [] })
    expect(await roster.ask('applyImport', { importId: second.importId })).toEqual({
      transactionId: null,
      created: 0,
      updated: 0,
    })
  })

  it('keeps every value of a row', async () => {
    const roster = await openNewDirectory()
    await importAll(roster, await readFile(export1000))
    const user = await roster.ask('getUser', { id: '0493fd20-51fb-45c2-aa36-9193056693ae' })
    expect(user).toMatchObject({
      userPrincipalName: "annemarie.o'ly-le@woodgrove.example",
      displayName: "O'Lý-Lê Anne Marie",
      jobTitle: 'District Program Associate (acting), "Interim"',
      usageLocation: 'VN',
      streetAddress: '891 Tố Nga Lodge\nFloor 0',
      officeLocation: '1/1485',
      postalCode: '06378',
      mobilePhone: '+84 5940287281',
      authenticationPhoneNumber: '+84 99956220',
      authenticationAlternativePhoneNumber: '+84 3663828163',
      proxyAddresses: ["SMTP:annemarie.o'ly-le@woodgrove.example"],
      mailNickname: "annemarie.o'ly-le",
    })
  })

  it('is taken back by one undo', async () => {
    const roster = await openNewDirectory()
    const { transactionId } = await importAll(roster, await readFile(export1000))
    await roster.ask('undo', { transactionId: transactionId ?? '' })
    expect(await total(roster)).toBe(1)
    expect((await roster.ask('getDirectory', {})).domains).toEqual(['contoso.example'])
  })
})

describe('previewImport', () => {
  it('matches by object id, then by user name, and leaves empty cells as they are', async () => {
    const roster = await openNewDirectory()
    await importAll(roster, csv(header, grace, joan))
    const bytes = csv(
      header,
      `hopper@contoso.example,Grace B. Hopper,${ids.grace},True,,`,
      'JOAN@contoso.example,Joan Clarke,,False,,',
    )
    expect(await preview(roster, bytes)).toMatchObject({ new: 0, changed: 2, invalid: 0 })
    await importAll(roster, bytes)
    expect(await roster.ask('getUser', { id: ids.grace })).toMatchObject({
      userPrincipalName: 'hopper@contoso.example',
      displayName: 'Grace B. Hopper',
      department: 'Navy',
    })
    expect(await roster.ask('getUser', { id: ids.joan })).toMatchObject({ accountEnabled: false })
  })

  it('names line, property and reason of each row that cannot be taken, and takes the others', async () => {
    const roster = await openNewDirectory()
    const bytes = csv(
      header,
      'first@contoso.example,"Two\r\nlines",,True,,',
      'nodomain,Nobody,,True,,',
      'maybe@contoso.example,Maybe,,perhaps,,',
      'ada@contoso.example,Ada King,not-an-id,True,,',
      grace,
      grace,
      'mail@contoso.example,Mail,,True,,no mail',
    )
    const answer = await preview(roster, bytes)
    expect(answer).toMatchObject({ total: 7, new: 2, invalid: 5 })
    expect(answer.problems.map(({ line, property }) => [line, property])).toEqual([
      [4, 'userPrincipalName'],
      [5, 'accountEnabled'],
      [6, 'id'],
      [8, 'id'],
      [9, 'mail'],
    ])
    expect(await roster.ask('applyImport', { importId: answer.importId })).toMatchObject({
      created: 2,
    })
  })

  it('checks the rows of one file against each other', async () => {
    const roster = await openNewDirectory()
    const answer = await preview(
      roster,
      csv(header, grace, 'Grace@contoso.example,Another Grace,,True,,', joan),
    )
    expect(answer).toMatchObject({ new: 2, invalid: 1 })
    expect(answer.problems[0]).toMatchObject({ line: 3, property: 'userPrincipalName' })
  })

  it('lets one user take the name that another gives up in the same file', async () => {
    const roster = await openNewDirectory()
    await importAll(roster, csv(header, grace, joan))
    const swap = csv(
      header,
      `hopper@contoso.example,Grace Hopper,${ids.grace},True,,`,
      `grace@contoso.example,Joan Clarke,${ids.joan},True,,`,
    )
    expect(await preview(roster, swap)).toMatchObject({ changed: 2, invalid: 0 })
  })

  it('numbers a mail nickname that somebody has already', async () => {
    const roster = await openNewDirectory()
    await importAll(
      roster,
      csv(header, grace, `grace@fabrikam.example,Other Grace,${ids.joan},True,,`),
    )
    expect(await roster.ask('getUser', { id: ids.joan })).toMatchObject({ mailNickname: 'grace2' })
  })

  it('says that a row is about a deleted user', async () => {
    const roster = await openNewDirectory()
    await importAll(roster, csv(header, grace))
    await roster.ask('deleteUsers', { ids: [ids.grace] })
    const answer = await preview(roster, csv(header, grace))
    expect(answer).toMatchObject({ new: 0, invalid: 1 })
    expect(answer.problems[0]?.message).toContain('Grace Hopper, a deleted user')
  })

  it.each([
    ['another header', csv('Name,Mail', 'a,b'), 'bad-file'],
    ['a column twice', csv(`${header},mail`, grace), 'bad-file'],
    ['no rows at all', csv(''), 'bad-file'],
    ['a quote that is never closed', csv(header, '"grace@contoso.example,Grace'), 'bad-file'],
    ['bytes that are no text', Uint8Array.of(0x75, 0xff, 0xfe, 0x80), 'bad-file'],
    ['NUL bytes', csv(header, 'a\0b@contoso.example,A,,True,,'), 'bad-file'],
  ])('refuses %s', async (_case, bytes, code) => {
    const roster = await openNewDirectory()
    const failure = await roster.refusal('previewImport', { name: 'x.csv', bytes })
    expect(failure.code).toBe(code)
  })

  it('reads UTF-16 as Excel writes it', async () => {
    const roster = await openNewDirectory()
    const text = `\uFEFF${header}\n${grace.replace('Hopper', 'Höpper')}`
    const bytes = new Uint8Array(Buffer.from(text, 'utf16le'))
    expect(await preview(roster, bytes)).toMatchObject({ new: 1, invalid: 0 })
  })
})

describe('applyImport', () => {
  it('refuses a preview that another one, or another change, has made stale', async () => {
    const roster = await openNewDirectory()
    const first = await preview(roster, csv(header, grace))
    const second = await preview(roster, csv(header, joan))
    const { importId } = first
    expect(await roster.refusal('applyImport', { importId })).toMatchObject({ code: 'not-found' })
    await roster.ask('createUser', {
      values: { displayName: 'X', userPrincipalName: 'x@contoso.example' },
    })
    expect(await roster.refusal('applyImport', { importId: second.importId })).toMatchObject({
      code: 'conflict',
    })
    expect(await total(roster)).toBe(2)
  })

  it('is refused before anything is written when the disk has no room, and works with room', async () => {
    let free = Number.POSITIVE_INFINITY
    const fs: FolderFs = { ...nodeFs, statfs: async () => ({ bavail: free, bsize: 1 }) }
    const roster = await openNewDirectory({ fs })
    const { importId, changed, new: added } = await preview(roster, await readFile(export1000))
    expect(added + changed).toBe(1000)
    free = 64_200_000
    expect(await roster.refusal('applyImport', { importId })).toEqual({
      code: 'storage',
      message: expect.stringMatching(
        /^Nothing was imported: it needs 6[5-9] MB, and 64 MB are free/,
      ),
    })
    expect(await total(roster)).toBe(1)
    expect((await roster.ask('listBackups', {})).backups).toEqual([])
    free = 70_000_000
    expect(await roster.ask('applyImport', { importId })).toMatchObject({ created: 1000 })
  })

  it('is not refused where the system does not say how much is free', async () => {
    const fs: FolderFs = {
      ...nodeFs,
      statfs: async () => {
        throw Object.assign(new Error('unknown'), { code: 'ENOSYS' })
      },
    }
    const roster = await openNewDirectory({ fs })
    await importAll(roster, csv(header, grace))
    expect(await total(roster)).toBe(2)
  })
})
