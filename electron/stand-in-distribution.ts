import { chmod, cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

// What packaging needs of an Electron folder where the real one cannot be had: it puts the same program
// together around a file that cannot run. Only the unpacked program is ever made of it, never an installer.

/** How a binary of Electron marks its fuses: the sentinel, the version of the wire, how many follow, and each. */
const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const fuseVersion = 1
const usualFuses = '101001011'

/** A folder in the shape of Electron's for this system. The caller removes it. */
export async function makeStandInDistribution(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'roster-electron-'))
  const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const wire = Buffer.concat([
    Buffer.from(fuseSentinel, 'latin1'),
    Buffer.from([fuseVersion, usualFuses.length]),
    Buffer.from(usualFuses, 'latin1'),
  ])
  const script = '#!/bin/sh\necho "This is not Electron." >&2\nexit 1\n'
  const program = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
  await writeFile(program, Buffer.concat([Buffer.from(script), wire]))
  await chmod(program, 0o755)
  await mkdir(join(folder, 'locales'))
  await mkdir(join(folder, 'resources'))
  await writeFile(join(folder, 'locales', 'en-US.pak'), '')
  await writeFile(join(folder, 'LICENSES.chromium.html'), '')
  await cp(join(electron, 'LICENSE'), join(folder, 'LICENSE'))
  const { version } = createRequire(import.meta.url)('electron/package.json')
  await writeFile(join(folder, 'version'), version)
  return folder
}
