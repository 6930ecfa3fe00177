import { join } from 'node:path'
import { tarEnd, tarEntry } from '../transfer/tar.ts'
import { errorCode } from './durable-file.ts'
import { lockName } from './folder-lock.ts'
import type { StoreFs } from './store-fs.ts'

/** A tar archive of all files of a store, as they are. Those that the disk does not give are named in it. */
export async function* copyOfStore(fs: StoreFs, store: string): AsyncGenerator<Uint8Array> {
  const refused: string[] = []
  for await (const path of filesIn(fs, store, '')) {
    try {
      const { mtimeMs } = await fs.stat(join(store, path))
      yield* tarEntry(`store/${path}`, await fs.readFile(join(store, path)), new Date(mtimeMs))
    } catch (cause) {
      refused.push(`${path} (${errorCode(cause)})\n`)
    }
  }
  if (refused.length > 0)
    yield* tarEntry('unreadable.txt', Buffer.from(refused.join('')), new Date())
  yield tarEnd()
}

async function* filesIn(fs: StoreFs, store: string, under: string): AsyncGenerator<string> {
  for (const name of await fs.readdir(join(store, under))) {
    const path = `${under}${name}`
    if (path === lockName) continue
    try {
      yield* filesIn(fs, store, `${path}/`)
    } catch (cause) {
      if (errorCode(cause) !== 'ENOTDIR') throw cause
      yield path
    }
  }
}
