import { join } from 'node:path'
import { unlessGone } from './durable-file.ts'
import { segmentName, sortFiles } from './file-names.ts'
import type { StoreFs } from './store-fs.ts'

/** A file of a store that never changes. */
export type LastingFile = {
  /** From the store, with slashes. */
  readonly path: string
  /** What it holds follows from its name. The number of a segment may be given again after a restore. */
  readonly settled: boolean
}

/** The closed segments before `nextSegment`, which are the history, and all photos. */
export async function* lastingFiles(
  fs: StoreFs,
  store: string,
  nextSegment: number,
): AsyncGenerator<LastingFile> {
  for (const segment of sortFiles(await fs.readdir(store)).segments)
    if (segment < nextSegment) yield { path: segmentName(segment), settled: false }
  for (const prefix of (await namesIn(fs, join(store, 'photos'))).filter(isPrefix))
    for (const name of await namesIn(fs, join(store, 'photos', prefix)))
      if (isPhoto(name)) yield { path: `photos/${prefix}/${name}`, settled: true }
}

const isPrefix = (name: string) => /^[0-9a-f]{2}$/.test(name)
const isPhoto = (name: string) => /^[0-9a-f]{64}\.\d+\.rph$/.test(name)

const namesIn = (fs: StoreFs, folder: string): Promise<readonly string[]> =>
  unlessGone(fs.readdir(folder), [])
