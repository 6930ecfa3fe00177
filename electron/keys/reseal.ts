import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { photoCodeOf, photoPathOf } from '../photos/file-photo-store.ts'
import { photoSizes } from '../photos/photo-store.ts'
import { errorCode, syncFolder, writeDurably } from '../store/durable-file.ts'
import { deskContentSchema, deskNameOf } from '../store/file-personal-store.ts'
import type { StoreFs } from '../store/store-fs.ts'
import type { KeyRing, Purpose } from './key-ring.ts'
import { keyNumberOf, openSealedFile, sealFile } from './sealed-file.ts'

export type ResealWork = {
  readonly fs: StoreFs
  /** The folder of the directory. */
  readonly store: string
  readonly ring: KeyRing
  /** Runs what moves a desk when nobody writes one. */
  readonly betweenDesks: (work: () => Promise<void>) => Promise<void>
  readonly signal: AbortSignal
}

/** A sealed file that lies under its old name, and the name that belongs to the new key. */
type Renamed = { readonly from: string; readonly to: string; readonly content: Uint8Array }

/**
 * Seals photos and desks with the present data key that lie there under one before. It can be stopped at any
 * file: until a file has its new name it is found under the old one.
 */
export async function resealFiles(work: ResealWork): Promise<void> {
  const photos = join(work.store, 'photos')
  for (const prefix of await namesIn(work.fs, photos))
    await resealPhotos(work, join(photos, prefix))
  const desks = join(work.store, 'personal')
  for (const name of await namesIn(work.fs, desks))
    await work.betweenDesks(() => resealDesk(work, desks, name))
}

/** A picture's sizes have names in common, which follow from the largest one's content. */
async function resealPhotos(work: ResealWork, folder: string): Promise<void> {
  const [masterSize] = photoSizes
  const names = await namesIn(work.fs, folder)
  for (const master of names.filter((name) => name.endsWith(`.${masterSize}.rph`))) {
    work.signal.throwIfAborted()
    const content = await contentIfOld(work, 'photo', folder, master)
    if (!content) continue
    const code = master.slice(0, master.indexOf('.'))
    const hash = createHash('sha256').update(content).digest('hex')
    const next = photoCodeOf(work.ring, hash)
    const others = names.filter((name) => name.startsWith(`${code}.`) && name !== master)
    for (const name of [...others, master]) {
      const size = name === master ? content : await contentIfOld(work, 'photo', folder, name)
      if (!size) continue
      const to = photoPathOf(dirname(folder), next + name.slice(code.length))
      await move(work, 'photo', { from: join(folder, name), to, content: size })
    }
  }
}

async function resealDesk(work: ResealWork, folder: string, name: string): Promise<void> {
  work.signal.throwIfAborted()
  const content = await contentIfOld(work, 'desk', folder, name)
  if (!content) return
  const { owner } = deskContentSchema.parse(JSON.parse(Buffer.from(content).toString('utf8')))
  const to = join(folder, deskNameOf(work.ring, owner))
  await move(work, 'desk', { from: join(folder, name), to, content })
}

/** The new file is there for good before the old one goes. */
async function move({ fs, ring }: ResealWork, purpose: Purpose, { from, to, content }: Renamed) {
  const name = to.slice(dirname(to).length + 1)
  const there = await fs.stat(to).catch(() => null)
  if (!there) await writeDurably(to, sealFile(ring, { purpose, name }, content), fs)
  await fs.unlink(from)
  await syncFolder(dirname(from), fs)
}

/** What a file holds that is sealed with a key before; null for all others, and for damaged ones. */
async function contentIfOld(
  { fs, ring }: ResealWork,
  purpose: Purpose,
  folder: string,
  name: string,
): Promise<Uint8Array | null> {
  const file = await fs.readFile(join(folder, name)).catch(() => null)
  if (!file || keyNumberOf(file) === ring.number) return null
  return openSealedFile(ring, { purpose, name }, file)
}

async function namesIn(fs: StoreFs, folder: string): Promise<readonly string[]> {
  return fs.readdir(folder).catch((cause: unknown) => {
    if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return []
    throw cause
  })
}
