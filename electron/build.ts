import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** What each bundle is made of. */
const sources = {
  main: ['electron', 'shared'],
  preload: ['electron/preload.ts', 'shared'],
  renderer: ['renderer', 'shared', 'docs'],
} as const

const tools = ['electron.vite.config.ts', 'electron/bundle.ts', 'package-lock.json']

export type Part = keyof typeof sources

const parts: readonly Part[] = ['main', 'preload', 'renderer']
const root = join(import.meta.dirname, '..')
const output = join(root, 'out')
const lock = join(output, 'build.lock')

/** The folder that a bundle is built into. */
export const outputOf = (part: Part) => join(output, part)

/** Builds those of `wanted` whose sources changed since they were built. Silent unless it fails. */
export async function buildStale(wanted: readonly Part[] = parts): Promise<void> {
  await whileLocked(async () => {
    for (const part of wanted) {
      const hash = await hashOf([...sources[part], ...tools])
      if (existsSync(outputOf(part)) && (await builtFrom(part)) === hash) continue
      await rm(stampOf(part), { force: true })
      await bundle(part)
      await writeFile(stampOf(part), hash)
    }
  })
}

/** For whoever puts something else into the output: what is there counts as stale from now on. */
export async function forgetBuilds(): Promise<void> {
  for (const part of parts) await rm(stampOf(part), { force: true })
}

const stampOf = (part: Part) => join(output, `${part}.hash`)
const builtFrom = (part: Part) => readFile(stampOf(part), 'utf8').catch(() => null)

/** By content, because a checkout or an unpacked archive says nothing true by its times. */
async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of await filesIn(join(root, path)))
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file))
  return hash.digest('hex')
}

async function filesIn(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}

async function bundle(part: Part): Promise<void> {
  const args = [join(import.meta.dirname, 'bundle.ts'), part]
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  if (code !== 0)
    throw new Error(`The ${part} bundle could not be built.\n${Buffer.concat(said).toString()}`)
}

/** Two processes must not build at once: hosts and tests are started side by side. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await mkdir(output, { recursive: true })
  while (!(await takeLock())) await wait(100)
  try {
    await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function takeLock(): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    // A builder that was killed leaves its lock behind.
    const holder = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (holder > 0 && !lives(holder)) await rm(lock, { force: true })
    return false
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

if (import.meta.main)
  await buildStale().catch((error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
