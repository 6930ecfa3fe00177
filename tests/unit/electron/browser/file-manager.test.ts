import { chmod, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFileManager } from '../../../../electron/browser/file-manager.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const nowhere = { exists: () => false }

describe('the file manager', () => {
  it('is there on every Windows and Mac, and on Linux with a display and xdg-open', () => {
    for (const platform of ['win32', 'darwin'] as const)
      expect(findFileManager({ platform, environment: {}, ...nowhere })).toBeDefined()
    const environment = { PATH: '/usr/local/bin:/usr/bin', DISPLAY: ':0' }
    const installed = '/usr/bin/xdg-open'
    const found = (given: NodeJS.ProcessEnv, program = installed) =>
      findFileManager({
        platform: 'linux',
        environment: given,
        exists: (path) => path === program,
      }) !== undefined
    expect(found(environment)).toBe(true)
    expect(found({ ...environment, DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' })).toBe(true)
    expect(found({ ...environment, DISPLAY: '' })).toBe(false)
    expect(found(environment, '')).toBe(false)
    expect(found({ ...environment, PATH: 'usr/bin' }, 'usr/bin/xdg-open')).toBe(false)
  })
})

/** A program in the place of xdg-open. */
async function standIn(script: string) {
  const folder = await temporaryFolder()
  const program = join(folder, 'xdg-open')
  await writeFile(program, `#!/bin/sh\n${script}\n`)
  await chmod(program, 0o755)
  const environment = { PATH: `${folder}:/usr/bin:/bin`, DISPLAY: ':0', TOLD: join(folder, 'told') }
  const exists = (path: string) => path === program
  const show = findFileManager({ platform: 'linux', environment, exists })
  if (!show) throw new Error('There is no file manager.')
  return { show, told: () => readFile(environment.TOLD, 'utf8') }
}

describe.skipIf(process.platform === 'win32')('showing a folder', () => {
  it('gives the path to the file manager as it is, whatever a shell would make of it', async () => {
    const { show, told } = await standIn(`printf '%s|' "$#" "$@" >"$TOLD"`)
    await show('/tmp/Ada’s $(folder); rm -rf *')
    expect(await told()).toBe('1|/tmp/Ada’s $(folder); rm -rf *|')
  })

  it('says when the file manager could not open it, and where the folder is', async () => {
    const { show } = await standIn('exit 3')
    await expect(show('/tmp/roster')).rejects.toMatchObject({
      key: 'folderNotShown',
      values: { path: '/tmp/roster', reason: 'xdg-open: 3' },
    })
  })

  it('does not wait for a file manager that stays open', async () => {
    const { show, told } = await standIn(`echo open >"$TOLD"; exec sleep 8`)
    await show('/tmp/roster')
    expect(await told()).toBe('open\n')
  })
})
