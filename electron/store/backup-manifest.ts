import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { type Backup, backupSchema } from '../../shared/storage/backup.ts'
import { z } from '../../shared/zod.ts'
import { errorCode } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'

export const manifestName = 'manifest.json'
export const sharedListName = 'shared.txt'

/** What this version writes, and the newest that it understands. */
const format = 1

const partSchema = z.object({ path: z.string(), bytes: z.int(), sha256: z.string() })

/** A file as it was when the backup was made. */
export type Part = z.output<typeof partSchema>

const manifestSchema = backupSchema.extend({
  format: z.literal(format),
  /** The files of the backup's own folder. */
  parts: z.array(partSchema),
})

export type Manifest = z.output<typeof manifestSchema>

export const manifestOf = (content: Omit<Manifest, 'format'>): Buffer =>
  Buffer.from(`${JSON.stringify({ format, ...content }, null, 2)}\n`)

export const backupOf = ({ format: _, parts: __, ...backup }: Manifest): Backup => backup

/** Throws `not-found`, or `damaged` when it cannot be understood. */
export async function readManifest(fs: StoreFs, folder: string): Promise<Manifest> {
  const read = await fs.readFile(join(folder, manifestName)).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT') throw new AppError('not-found', 'backupGone')
    throw damagedPart(manifestName, cause)
  })
  const content = contentOf(read)
  const newer = z.object({ format: z.int().min(format + 1) }).safeParse(content)
  if (newer.success) throw new AppError('damaged', 'backupNewer')
  const manifest = manifestSchema.safeParse(content)
  if (!manifest.success) throw damagedPart(manifestName, manifest.error)
  return manifest.data
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
