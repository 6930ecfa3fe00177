import { readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Output } from '../../../../shared/contract/contract.ts'
import { segmentsIn, spoilTransaction } from '../../../support/damaged-journal.ts'
import { openNewDirectory, type Roster, signIn } from '../../../support/open-roster.ts'

async function add(roster: Roster, name: string) {
  const userPrincipalName = `${name.toLowerCase()}@contoso.example`
  const { id, revision } = await roster.ask('createUser', {
    values: { displayName: name, userPrincipalName },
  })
  return { id, revision }
}

async function edit(roster: Roster, id: string, changes: Record<string, unknown>) {
  const { revision } = await roster.ask('getUser', { id })
  return roster.ask('updateUser', { id, revision, changes })
}

async function again(roster: Roster): Promise<Roster> {
  const next = await roster.reopen()
  await signIn(next)
  return next
}

const titles = async (roster: Roster) => {
  const { rows } = await roster.ask('listUsers', { offset: 0, limit: 100 })
  const found = await Promise.all(rows.map(({ id }) => roster.ask('getUser', { id })))
  return Object.fromEntries(found.map(({ displayName, jobTitle }) => [displayName, jobTitle]))
}

const left = ({ left }: Output<'previewLaterChanges'>) =>
  left.map(({ activity, reason, name }) => [activity, reason, name])

describe('bringing back later changes', () => {
  it('goes on from before the damage, with what fits of what stands behind it', async () => {
    let roster = await openNewDirectory()
    const grace = await add(roster, 'Grace')
    const lost = await add(roster, 'Lost')
    const alan = await add(roster, 'Alan')
    await edit(roster, lost.id, { jobTitle: 'Nobody' })
    await edit(roster, grace.id, { jobTitle: 'Admiral' })
    roster = await again(roster)
    await edit(roster, alan.id, { jobTitle: 'Reader' })
    await roster.application.close()
    await spoilTransaction(roster.dataDir, lost.revision)
    roster = await again(roster)
    expect(await roster.ask('directoryStatus', {})).toMatchObject({
      readOnly: { reason: 'damaged' },
    })
    expect(await titles(roster)).toEqual({ 'Ada Lovelace': null, Grace: null })

    const preview = await roster.ask('previewLaterChanges', {})
    expect(preview).toMatchObject({ possible: true, more: 0 })
    expect(left(preview)).toEqual([['updateUser', 'gone', '']])
    const { carried, left: leaving, keptAt } = await roster.ask('bringBackLaterChanges', {})
    expect({ carried, leaving }).toEqual({ carried: preview.fitting, leaving: 1 })
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ state: 'locked' })
    expect(await readdir(roster.dataDir)).toContain(basename(keptAt ?? ''))

    await signIn(roster)
    const whole = { 'Ada Lovelace': null, Grace: 'Admiral', Alan: 'Reader' }
    expect(await titles(roster)).toEqual(whole)
    expect(await roster.ask('directoryStatus', {})).toMatchObject({ warnings: [] })
    await edit(roster, alan.id, { jobTitle: 'Fellow' })
    roster = await again(roster)
    expect(await titles(roster)).toEqual({ ...whole, Alan: 'Fellow' })
    expect(await roster.ask('directoryStatus', {})).not.toHaveProperty('damage')
  })

  it('goes on over a segment that is gone, and tells what does not fit and why', async () => {
    let roster = await openNewDirectory()
    const grace = await add(roster, 'Grace')
    await edit(roster, grace.id, { jobTitle: 'Ensign', city: 'London' })
    roster = await again(roster)
    await edit(roster, grace.id, { jobTitle: 'Captain' })
    await edit(roster, grace.id, { userPrincipalName: 'hopper@contoso.example' })
    // The next start repeats the last change, so that it survives without the segment that it was first in.
    await edit(roster, grace.id, { officeLocation: 'Hall 1' })
    roster = await again(roster)
    await edit(roster, grace.id, { jobTitle: 'Admiral' })
    const namesake = await roster.ask('createUser', {
      values: {
        displayName: 'Namesake',
        userPrincipalName: 'grace@contoso.example',
        mailNickname: 'namesake',
      },
    })
    await edit(roster, namesake.id, { jobTitle: 'Clerk' })
    await edit(roster, grace.id, { city: 'Arlington' })
    await roster.application.close()
    const [, middle = ''] = await segmentsIn(roster.dataDir)
    await rm(middle)
    roster = await again(roster)
    const preview = await roster.ask('previewLaterChanges', {})
    expect(left(preview)).toEqual([
      ['updateUser', 'changed', 'Grace'],
      ['addUser', 'in-the-way', 'Namesake'],
      ['updateUser', 'gone', ''],
    ])
    await roster.ask('bringBackLaterChanges', {})
    await signIn(roster)
    expect(await roster.ask('getUser', { id: grace.id })).toMatchObject({
      jobTitle: 'Ensign',
      city: 'Arlington',
      officeLocation: 'Hall 1',
    })
    const { entries } = await roster.ask('listHistory', { offset: 0, limit: 50 })
    expect(entries.map(({ activity }) => activity)).toContain('bringBackChanges')
  })

  it('is not offered where nothing is damaged', async () => {
    const roster = await openNewDirectory()
    expect(await roster.refusal('previewLaterChanges', {})).toMatchObject({ code: 'not-found' })
    expect(await roster.refusal('bringBackLaterChanges', {})).toMatchObject({ code: 'not-found' })
    expect(await readdir(join(roster.dataDir))).not.toContain('store.restored')
  })
})
