import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segmentName } from '../../../../../electron/store/file-names.ts'
import {
  decodeHeader,
  encodeHeader,
  type FileHeader,
  headerHash,
} from '../../../../../electron/store/format/file-header.ts'
import { encodeFrame, type Frame } from '../../../../../electron/store/format/frame.ts'
import { framesOfSegment } from '../../../../../electron/store/format/read-segment.ts'
import { checkChain } from '../../../../../electron/store/history/check-chain.ts'
import { type Head, sealFor } from '../../../../../electron/store/journal.ts'
import { recover } from '../../../../../electron/store/recover.ts'
import { nodeFs } from '../../../../../electron/store/store-fs.ts'
import { actor, aFolder, makeDirectory, rename } from '../../../../support/a-store.ts'
import { randomNumbers } from '../../../../support/random-numbers.ts'
import { testKeys } from '../../../../support/store-keys.ts'
import { temporaryFolder } from '../../../../support/temporary-folder.ts'

const anImport = (people: number) => ({
  activity: 'importUsers' as const,
  changes: Array.from({ length: people }, (_, at) => ({
    kind: 'user' as const,
    id: `u${at}`,
    before: null,
    after: { displayName: 'x'.repeat(1000) },
  })),
})

describe('the chain of the history', () => {
  it('fits over restarts, entries of several frames, and entries that change nothing', async () => {
    const dataDir = await temporaryFolder()
    await makeDirectory(dataDir, 3)
    for (const people of [1200, 1]) {
      const folder = aFolder(dataDir)
      const store = await folder.open()
      await store?.transact(actor, () => anImport(people))
      await store?.record(actor, { activity: 'signOut' })
      if (store) await rename(store, `Contoso of ${people}`)
      const last = store?.directory.sequence ?? 0
      const checked = await store?.checkHistory(new Set([2, last]))
      expect(checked).toMatchObject({ last, fit: last, at: '2026-01-02T12:00:00.000Z' })
      expect([...(checked?.macs.keys() ?? [])]).toEqual([2, last])
      expect(checked?.macs.get(last)).toBe(checked?.mac)
      await store?.close()
      await folder.release()
    }
  })

  it('names the first entry that does not fit, whatever somebody with the key of the file did to it', async () => {
    const entries = 12
    const { header, frames, head } = await written(entries)
    const random = randomNumbers(1)
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const at = 1 + Math.floor(random() * (entries - 2))
      const { changed, first } = tamper(frames, at, random)
      const check = await checkChain(placeOf(header, changed), head, new Set())
      expect([check.fit + 1, check.mac]).toEqual([first, null])
    }
    const sound = await checkChain(placeOf(header, frames), head, new Set())
    expect(sound).toMatchObject({ fit: entries, mac: head.mac })
  })

  it('does not fit where a segment is missing, or the end is another one', async () => {
    const { header, frames, head } = await written(4)
    const none = { ...placeOf(header, frames), fs: { ...nodeFs, readdir: async () => [] } }
    expect(await checkChain(none, head, new Set())).toMatchObject({ fit: 0, at: null, mac: null })
    const other = { ...head, mac: 'AAAA' }
    const check = await checkChain(placeOf(header, frames), other, new Set())
    expect(check).toMatchObject({ fit: 3, mac: null })
  })
})

/** The frames of one segment, as somebody can read and write them who has its key. */
async function written(entries: number) {
  const dataDir = await temporaryFolder()
  await makeDirectory(dataDir, entries)
  const store = join(dataDir, 'store')
  const bytes = await readFile(join(store, segmentName(1)))
  const header = decodeHeader(bytes, 'segment')
  const recovery = await recover(nodeFs, store, testKeys)
  if (typeof header === 'string' || !recovery) throw new Error('There is no segment.')
  const frames = [...framesOfSegment(bytes, testKeys)].map(({ frame }) => frame)
  return { header, frames, head: recovery.head satisfies Head }
}

/** A folder with one segment of these frames, sealed as they have to be. */
function placeOf(header: FileHeader, frames: readonly Frame[]) {
  const bytes = [encodeHeader(header)]
  const seal = sealFor(header, testKeys)
  const bound = headerHash(encodeHeader(header))
  let lastTag = header.baseTag
  for (const [index, frame] of frames.entries()) {
    const encoded = encodeFrame(frame, seal, { header: bound, lastTag, index })
    bytes.push(encoded.bytes)
    lastTag = encoded.tag
  }
  const file = Buffer.concat(bytes)
  const fs = { ...nodeFs, readdir: async () => [segmentName(1)], readFile: async () => file }
  return { fs, folder: '', keys: testKeys }
}

/** The frames with something done to the entry at an index, and the first entry that then does not fit. */
function tamper(frames: readonly Frame[], at: number, random: () => number) {
  const ways = [edited, dropped, swapped, repeated]
  const { changed, first } = (ways[Math.floor(random() * ways.length)] ?? edited)(frames, at)
  return { changed: changed.map((frame, index) => ({ ...frame, sequence: index + 1 })), first }
}

function edited(frames: readonly Frame[], at: number) {
  const content = Buffer.from(frames[at]?.content ?? '')
  const place = content.indexOf('Contoso')
  content.write('Fabrika', place)
  return {
    changed: frames.map((frame, index) => (index === at ? { ...frame, content } : frame)),
    first: at + 1,
  }
}

const dropped = (frames: readonly Frame[], at: number) => ({
  changed: frames.toSpliced(at, 1),
  first: at + 1,
})

const swapped = (frames: readonly Frame[], at: number) => ({
  changed: [
    ...frames.slice(0, at - 1),
    ...frames.slice(at - 1, at + 1).toReversed(),
    ...frames.slice(at + 1),
  ],
  first: at,
})

const repeated = (frames: readonly Frame[], at: number) => ({
  changed: frames.flatMap((frame, index) => (index === at ? [frame, frame] : [frame])),
  first: at + 2,
})
