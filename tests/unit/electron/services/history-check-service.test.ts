import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segmentName } from '../../../../electron/store/file-names.ts'
import { headerLength } from '../../../../electron/store/format/file-header.ts'
import { ada, addUser } from '../../../support/administrators.ts'
import { openNewDirectory, signIn } from '../../../support/open-roster.ts'

/** Where the frame behind the one at an offset begins: 28 bytes, its content, 24 bytes. */
const frameBehind = (bytes: Buffer, at: number) => at + 28 + bytes.readUInt32LE(at + 8) + 24

describe('checkHistory', () => {
  it('tells that every entry fits, and stands for them by a code', async () => {
    const roster = await openNewDirectory()
    await addUser(roster, 'grace')
    const checked = await roster.ask('checkHistory', {})
    expect(checked).toMatchObject({ entries: 2, fit: 2, backups: { same: 0, other: [] } })
    expect(checked.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(await roster.ask('checkHistory', {})).toEqual(checked)
    await addUser(roster, 'alan')
    expect((await roster.ask('checkHistory', {})).code).not.toBe(checked.code)
  })

  it('goes on over a restart and another data key', async () => {
    const roster = await openNewDirectory()
    await roster.ask('changeDataKey', { password: ada.password })
    await addUser(roster, 'grace')
    const reopened = await roster.reopen()
    await signIn(reopened)
    const { entries, fit, code } = await reopened.ask('checkHistory', {})
    expect(fit).toBe(entries)
    expect(code).not.toBeNull()
  })

  it('names the first entry that does not fit', async () => {
    const roster = await openNewDirectory()
    for (const name of ['grace', 'alan', 'edsger']) await addUser(roster, name)
    const path = join(roster.dataDir, 'store', segmentName(1))
    const bytes = await readFile(path)
    const third = frameBehind(bytes, frameBehind(bytes, headerLength))
    bytes.writeUInt8(bytes.readUInt8(third + 60) ^ 1, third + 60)
    await writeFile(path, bytes)
    const checked = await roster.ask('checkHistory', {})
    expect(checked).toMatchObject({ entries: 4, fit: 2, at: expect.any(String), code: null })
  })

  it('compares with what backups noted, and tells of one that was made of another history', async () => {
    const roster = await openNewDirectory()
    const { id } = await roster.ask('backUpNow', {})
    await addUser(roster, 'grace')
    await roster.ask('backUpNow', {})
    expect((await roster.ask('checkHistory', {})).backups).toEqual({ same: 2, other: [] })
    await roster.ask('restoreBackup', { id })
    await signIn(roster)
    await addUser(roster, 'alan')
    await addUser(roster, 'edsger')
    const { backups, code } = await roster.ask('checkHistory', {})
    expect(code).not.toBeNull()
    expect(backups.same).toBe(1)
    expect(backups.other).toMatchObject([{ entries: 3 }])
  })
})
