import { join } from 'node:path'
import { logFiles } from './log.ts'
import type { StoreFs } from './store/store-fs.ts'

/** The log and its predecessor, by the names of their files, as far as they are there. */
export async function readLogs(
  fs: Pick<StoreFs, 'readFile'>,
  dataDir: string,
): Promise<Readonly<Record<string, string>>> {
  const read = await Promise.all(
    logFiles.map(async (name) => {
      const bytes = await fs.readFile(join(dataDir, name)).catch(() => null)
      return bytes ? [[name, Buffer.from(bytes).toString('utf8')] as const] : []
    }),
  )
  return Object.fromEntries(read.flat())
}
