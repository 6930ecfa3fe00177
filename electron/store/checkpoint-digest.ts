import { createHash } from 'node:crypto'
import { eachInSlices, inBackground } from '../slices.ts'
import { framesOf } from './format/checkpoint.ts'
import { release } from './release.ts'
import type { StoreKeys } from './store-keys.ts'

/** A hash of all blocks of a checkpoint file, or null when anything in it is wrong. */
export async function digestOfCheckpoint(file: Buffer, keys: StoreKeys): Promise<string | null> {
  const hash = createHash('sha256')
  let end: unknown
  const frames = (function* () {
    end = yield* framesOf(file, keys)
  })()
  await eachInSlices(
    frames,
    ({ content }) => {
      hash.update(content)
      release(content)
    },
    inBackground,
  )
  return typeof end === 'string' ? null : hash.digest('hex')
}
