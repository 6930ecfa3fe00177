import { expect, it } from 'vitest'
import { ownVersion } from '../../../../electron/own-version.ts'
import { openRoster } from '../../../support/open-roster.ts'

it('anybody may ask which Roster this is and what it runs on', async () => {
  const roster = await openRoster()
  expect(await roster.ask('getProgram', {})).toEqual({
    version: '0.0.0',
    node: process.versions.node,
    electron: null,
    platform: process.platform,
    arch: process.arch,
  })
})

it('a host that runs from the sources knows its version', async () => {
  expect(await ownVersion()).toMatch(/^\d+\.\d+\.\d+/)
})
