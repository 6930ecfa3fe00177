import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { holdsPlanted, plantedCsv } from '../../support/planted-markers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const program = join(import.meta.dirname, '..', '..', 'support', 'planted-work.ts')

/** A data folder and a folder for temporary files that a process worked in. */
async function workedIn(how: 'close' | 'kill'): Promise<string> {
  const home = await temporaryFolder()
  const temporary = join(home, 'temporary')
  await mkdir(temporary)
  await mkdir(join(home, 'data'))
  const child = spawn(process.execPath, [program, join(home, 'data'), how], {
    env: {
      ...process.env,
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
      NODE_COMPILE_CACHE: '',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const errors = text(child.stderr)
  if (how === 'kill') await killWhenDone(child)
  const [code, signal] = await ended(child)
  expect(await errors).toBe('')
  expect([code, signal]).toEqual(how === 'kill' ? [null, 'SIGKILL'] : [0, null])
  return home
}

const ended = (child: ChildProcess) =>
  child.exitCode === null && child.signalCode === null
    ? once(child, 'exit')
    : [child.exitCode, child.signalCode]

async function killWhenDone(child: ChildProcess): Promise<void> {
  if (!child.stdout) return
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  child.kill('SIGKILL')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

describe('what lies on the disk', () => {
  it.each(['close', 'kill'] as const)(
    'tells nothing of a thousand people to whoever has no key (%s)',
    async (how) => {
      const home = await workedIn(how)
      const files = await filesIn(home)
      const names = files.map((file) => file.slice(home.length))
      for (const kind of ['.rjrn', '.rph', '.rdsk', '.rsnap', 'keyslots.json', 'roster.log'])
        expect(
          names.some((name) => name.endsWith(kind)),
          kind,
        ).toBe(true)
      expect(names.some((name) => name.includes('/reports/'))).toBe(true)
      const telling: string[] = []
      for (const file of files) {
        const bytes = await readFile(file)
        if (holdsPlanted(bytes) || bytes.includes('JFIF') || holdsPlanted(Buffer.from(file)))
          telling.push(file)
      }
      expect(telling).toEqual([])
    },
    60_000,
  )

  it('would be found out, in whatever form it told of them', () => {
    const planted = plantedCsv(3)
    const forms = [
      Buffer.from(planted),
      Buffer.from(planted.toUpperCase()),
      Buffer.from(planted, 'utf16le'),
      Buffer.from(planted, 'utf16le').swap16(),
      Buffer.from(Buffer.from(planted).toString('hex')),
      Buffer.from(Buffer.from(planted, 'utf16le').toString('base64')),
      Buffer.from(JSON.stringify({ planted })),
      ...['', 'x', 'xx'].map((before) =>
        Buffer.from(Buffer.from(before + planted).toString('base64')),
      ),
    ]
    for (const form of forms) expect(holdsPlanted(form)).toBe(true)
    expect(holdsPlanted(Buffer.from('Ada Lovelace'))).toBe(false)
  })
})
