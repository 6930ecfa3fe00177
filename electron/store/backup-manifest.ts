import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { type Backup, backupSchema } from '../../shared/storage/backup.ts'
import { z } from '../../shared/zod.ts'
import { canonicalBytes } from '../keys/canonical.ts'
import { errorCode } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'
import type { StoreKeys } from './store-keys.ts'

export const manifestName = 'manifest.json'
export const sharedListName = 'shared.txt'

/** What this version writes, and the newest that it understands. */
const format = 2

const partSchema = z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })

/** A file as it was when the backup was made. */
export type Part = z.output<typeof partSchema>

const manifestSchema = backupSchema.extend({
  format: z.literal(format),
  /** The key that the backup is sealed with, and its number among those of the directory. */
  key: z.string(),
  keyNumber: z.int(),
  /** The last entry of the history in it, and its mac. */
  history: z.object({ sequence: z.int(), mac: z.string() }).optional(),
  /** The files of the backup's own folder. */
  parts: z.array(partSchema),
  mac: z.string(),
})

export type Manifest = z.output<typeof manifestSchema>

/** What a manifest says, without what tells that it is genuine. */
export type ManifestContent = Omit<Manifest, 'format' | 'key' | 'keyNumber' | 'mac'>

export function manifestOf(content: ManifestContent, keys: StoreKeys): Buffer {
  const whole = { format, key: keys.id, keyNumber: keys.number, ...content }
  const mac = macOf(whole, keys)
  if (mac === null) throw new Error('The data key in use has no code for a manifest.')
  return Buffer.from(`${JSON.stringify({ ...whole, mac }, null, 2)}\n`)
}

export const backupOf = ({
  format: _format,
  parts: _parts,
  key: _key,
  keyNumber: _keyNumber,
  mac: _mac,
  history: _history,
  ...backup
}: Manifest): Backup => backup

/** Throws `not-found`, or `damaged` when it cannot be understood, or whoever has its key did not write it. */
export async function readManifest(
  fs: StoreFs,
  folder: string,
  keys: StoreKeys,
): Promise<Manifest> {
  const read = await fs.readFile(join(folder, manifestName)).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') throw new AppError('not-found', 'backupGone')
    throw damagedPart(manifestName, cause)
  })
  const content = contentOf(read)
  const newer = z.object({ format: z.int().min(format + 1) }).safeParse(content)
  if (newer.success) throw new AppError('damaged', 'backupNewer')
  const older = z.object({ format: z.int().max(format - 1) }).safeParse(content)
  if (older.success) throw new AppError('damaged', 'backupPreliminary')
  const manifest = manifestSchema.safeParse(content)
  if (!manifest.success) throw damagedPart(manifestName, manifest.error)
  const { mac, ...rest } = manifest.data
  const number = keys.numberOf(rest.key)
  if (number !== null && (number !== rest.keyNumber || macOf(rest, keys) !== mac))
    throw damagedPart(manifestName)
  return manifest.data
}

/** The manifest tells which parts belong to a backup: who may write it may put one together. */
function macOf(
  content: Readonly<Record<string, unknown>> & { readonly keyNumber: number },
  keys: StoreKeys,
): string | null {
  const code = keys.codeOf(canonicalBytes({ use: 'backup', ...content }), content.keyNumber)
  return code && Buffer.from(code).toString('hex')
}

export const damagedPart = (file: string, cause?: unknown) =>
  new AppError('damaged', 'backupDamaged', { values: { file }, cause })

function contentOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}

/** A line a file: its SHA-256, its length, and where it was in the store. */
export const sharedListOf = (parts: readonly Part[]): Buffer =>
  Buffer.from(parts.map(({ path, bytes, sha256 }) => `${sha256} ${bytes} ${path}\n`).join(''))

export function* partsInSharedList(list: Uint8Array): Generator<Part> {
  for (const line of Buffer.from(list).toString('utf8').split('\n')) {
    const [, sha256, bytes, path] = /^([0-9a-f]{64}) (\d+) ([\w/.-]+)$/.exec(line) ?? []
    if (sha256 && path && !path.split('/').includes('..'))
      yield { sha256, path, bytes: Number(bytes) }
  }
}
