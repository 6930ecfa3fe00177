import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../shared/zod.ts'

/** Roster's own version, for a host that runs from the sources. */
export async function ownVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '..', 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
