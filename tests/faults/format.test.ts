import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sealWith } from '../../electron/keys/key-ring.ts'
import {
  blocksOf,
  footerOf,
  freeze,
  readCheckpoint,
} from '../../electron/store/format/checkpoint.ts'
import {
  decodeHeader,
  encodeHeader,
  type FileHeader,
  headerHash,
} from '../../electron/store/format/file-header.ts'
import {
  type Chain,
  decodeFrame,
  encodeFrame,
  type Frame,
  frameTypes,
  mostContent,
} from '../../electron/store/format/frame.ts'
import { readSegment } from '../../electron/store/format/read-segment.ts'
import { partsOf, transactionOf } from '../../electron/store/format/transaction-lines.ts'
import { sealFor } from '../../electron/store/journal.ts'
import { allActivities } from '../../shared/directory/activities.ts'
import { applyTransaction } from '../../shared/directory/apply.ts'
import { emptyDirectory } from '../../shared/directory/directory.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'
import { contentOf } from '../support/content-of.ts'
import { directoryId, testKeys } from '../support/store-keys.ts'
import { scaled, seed } from './support/scale.ts'

type Vectors = Readonly<Record<'header' | 'frame' | 'segment' | 'checkpoint', string>>

/** Files of format 2, byte for byte. Directories out there hold such bytes: they must stay readable. */
const vectors: Vectors = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fixtures', 'format-2.json'), 'utf8'),
)
const runs = { seed, numRuns: scaled(200, 5000) }

const header: FileHeader = {
  kind: 'segment',
  directoryId,
  segment: 1,
  baseSequence: 0,
  baseTag: Buffer.alloc(16),
  salt: Buffer.from(Array.from({ length: 32 }, (_, at) => at)),
  createdAt: 1_767_355_200_000,
  repeats: false,
  keyNumber: 1,
}
const actor = { id: 'ada', displayName: 'Ada Đorđević' }
const transactions: readonly Transaction[] = [
  {
    id: '1',
    sequence: 1,
    at: '2026-01-02T12:00:00.000Z',
    actor,
    activity: 'createDirectory',
    changes: [
      {
        kind: 'organization',
        id: 'directory',
        before: null,
        after: { displayName: 'Contoso', domains: ['contoso.example'] },
      },
      { kind: 'user', id: 'u1', before: null, after: { displayName: 'Léa 漢 😀', city: null } },
    ],
  },
  {
    id: '2',
    sequence: 2,
    at: '2026-01-02T12:00:01.000Z',
    actor,
    activity: 'undo',
    undoes: '1',
    changes: [
      { kind: 'user', id: 'u1', before: { city: null }, after: { city: 'Hà Nội\n' } },
      { kind: 'roleAssignment', id: 'r:u1', before: null, after: { roleId: 'r', userId: 'u1' } },
      { kind: 'roleAssignment', id: 'r:u1', before: { roleId: 'r', userId: 'u1' }, after: null },
    ],
  },
]
const directory = transactions.reduce(applyTransaction, emptyDirectory(directoryId))

/** A file of these frames, as the journal and the checkpoints write them. */
function fileOf(head: FileHeader, frames: Iterable<Frame>): { bytes: Buffer; tag: Uint8Array } {
  const bytes = [encodeHeader(head)]
  const seal = sealFor(head, testKeys)
  let lastTag = head.baseTag
  let index = 0
  for (const frame of frames) {
    const chain = { header: headerHash(encodeHeader(head)), lastTag, index }
    const encoded = encodeFrame(frame, seal, chain)
    bytes.push(encoded.bytes)
    lastTag = encoded.tag
    index += 1
  }
  return { bytes: Buffer.concat(bytes), tag: lastTag }
}

const framesOfAll = (all: readonly Transaction[]): Frame[] =>
  all.flatMap((transaction) =>
    [...partsOf(transaction)].map((part) => ({
      ...part,
      sequence: transaction.sequence,
      at: Date.parse(transaction.at),
    })),
  )

const segment = fileOf(header, framesOfAll(transactions))
const checkpointHeader: FileHeader = {
  ...header,
  kind: 'checkpoint',
  segment: 0,
  baseSequence: 2,
  baseTag: segment.tag,
}

function checkpoint(): Buffer {
  const blocks = [...blocksOf(freeze(directory))]
  const { revision, savedAt } = directory
  const footer = footerOf({ blocks: blocks.length, revision, savedAt, nextSegment: 2 })
  const at = header.createdAt
  return fileOf(checkpointHeader, [
    ...blocks.map((content): Frame => ({ type: 'block', content, sequence: 2, at })),
    { type: 'footer', content: footer, sequence: 2, at },
  ]).bytes
}

const someFrame: Frame = {
  type: 'part',
  sequence: 0x0102030405,
  at: -1,
  content: Buffer.from('RJ content'),
}
const someChain: Chain = { header: Buffer.alloc(32, 7), lastTag: Buffer.alloc(16, 9), index: 3 }
const someSeal = sealWith(Buffer.alloc(32, 'seal'))

describe('format 2 on disk', () => {
  it('is written as it always was', () => {
    const written: Vectors = {
      header: encodeHeader({ ...header, segment: 0x1122, repeats: true }).toString('hex'),
      frame: encodeFrame(someFrame, someSeal, someChain).bytes.toString('hex'),
      segment: segment.bytes.toString('hex'),
      checkpoint: checkpoint().toString('hex'),
    }
    expect(written).toEqual(vectors)
  })

  it('is read as it always was', () => {
    const placed = [...readSegment(Buffer.from(vectors.segment, 'hex'), testKeys)]
    expect(placed.map(({ transaction }) => transaction)).toEqual(transactions)
    const found = readCheckpoint(Buffer.from(vectors.checkpoint, 'hex'), testKeys)
    if (typeof found === 'string') throw new Error(found)
    expect(found.footer.nextSegment).toBe(2)
    expect(contentOf(found.directory)).toEqual(contentOf(directory))
    const { frame } = decodeFrame(Buffer.from(vectors.frame, 'hex'), 0, someSeal, someChain) ?? {}
    expect(frame).toEqual(someFrame)
    const read = decodeHeader(Buffer.from(vectors.header, 'hex'), 'segment')
    const expected = { ...header, segment: 0x1122, repeats: true }
    expect(typeof read === 'string' ? read : inBuffers(read)).toEqual(expected)
  })

  it('of a later version is told apart from damage', () => {
    const later = Buffer.from(vectors.header, 'hex')
    later.writeUInt16LE(3, 104)
    expect(decodeHeader(later, 'segment')).toBe('damaged')
    expect(decodeHeader(withCrc(later), 'segment')).toBe('newer')
  })

  it('of the preliminary version, which was not sealed, is told apart from damage', () => {
    const earlier = Buffer.from(vectors.header, 'hex')
    earlier.writeUInt16LE(1, 8)
    earlier.writeUInt16LE(1, 104)
    expect(decodeHeader(withCrc(earlier), 'segment')).toBe('preliminary')
  })

  it('is foreign where no key is good for it', () => {
    for (const keyNumber of [0, 2]) {
      const file = encodeHeader({ ...header, keyNumber })
      expect(readSegment(file, testKeys).next().value).toMatchObject({ end: 'foreign' })
    }
  })
})

const bytes = fc.uint8Array({ maxLength: 2000 }).map((array) => Buffer.from(array))
const tag = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((array) => Buffer.from(array))

describe('what is written', () => {
  it('is read again: a header', () => {
    const headers = fc.record({
      kind: fc.constantFrom('segment' as const, 'checkpoint' as const),
      directoryId: fc.uuid(),
      segment: fc.maxSafeNat(),
      baseSequence: fc.maxSafeNat(),
      baseTag: tag,
      salt: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => Buffer.from(array)),
      createdAt: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      repeats: fc.boolean(),
      keyNumber: fc.nat(65_535),
    })
    fc.assert(
      fc.property(headers, (each) => {
        const read = decodeHeader(encodeHeader(each), each.kind)
        expect(typeof read === 'string' ? read : inBuffers(read)).toEqual(each)
      }),
      runs,
    )
  })

  it('is read again: a frame, and only in its place', () => {
    const frames = fc.record({
      type: fc.constantFrom(...frameTypes),
      sequence: fc.maxSafeNat(),
      at: fc.integer({ min: -8.64e15, max: 8.64e15 }),
      content: bytes,
    })
    fc.assert(
      fc.property(frames, bytes, tag, (frame, before, lastTag) => {
        const chain = { ...someChain, lastTag }
        const encoded = encodeFrame(frame, someSeal, chain)
        const file = Buffer.concat([before, encoded.bytes])
        const read = decodeFrame(file, before.length, someSeal, chain)
        expect(read?.frame).toEqual(frame)
        expect(read?.end).toBe(file.length)
        for (const elsewhere of [{ lastTag: flippedIn(lastTag) }, { index: chain.index + 1 }])
          expect(decodeFrame(file, before.length, someSeal, { ...chain, ...elsewhere })).toBe(null)
      }),
      runs,
    )
  })

  it('is read again: a transaction, however many frames it takes', () => {
    // Zod drops a property of that name, which none of a record has.
    const name = fc.string().filter((each) => each !== '__proto__')
    const noPrototype = { noNullPrototype: true }
    const values = fc.option(fc.dictionary(name, fc.jsonValue(), noPrototype))
    const changes = fc.array(
      fc.record({
        kind: fc.constantFrom('organization', 'user', 'group', 'roleAssignment'),
        id: fc.string({ unit: 'binary' }),
        before: values,
        after: values,
      }),
    )
    const some = fc.record({
      id: fc.string({ unit: 'binary' }),
      sequence: fc.maxSafeNat(),
      at: fc.string(),
      actor: fc.record({ id: fc.string(), displayName: fc.string({ unit: 'binary' }) }),
      activity: fc.constantFrom(...allActivities),
      details: fc.dictionary(name, fc.oneof(fc.string(), fc.integer()), noPrototype),
      changes,
    })
    fc.assert(
      fc.property(some, fc.boolean(), (transaction, large) => {
        const long = { kind: 'user' as const, id: 'x'.repeat(300_000), before: null, after: null }
        const whole = large
          ? { ...transaction, changes: [long, long, ...transaction.changes, long, long, long] }
          : transaction
        const parts = [...partsOf(whole)]
        expect(parts.length > 1).toBe(large)
        const read = transactionOf(parts.map(({ content }) => content))
        expect(JSON.stringify(read)).toBe(JSON.stringify(whole))
      }),
      { ...runs, numRuns: scaled(30, 500) },
    )
  })

  it('is refused when a frame could not be read again', () => {
    const frame: Frame = { ...someFrame, content: Buffer.alloc(mostContent + 1) }
    expect(() => encodeFrame(frame, someSeal, someChain)).toThrow('cannot hold')
  })
})

const inBuffers = (each: FileHeader): FileHeader => ({
  ...each,
  baseTag: Buffer.from(each.baseTag),
  salt: Buffer.from(each.salt),
})

function flippedIn(tagBytes: Buffer): Buffer {
  const changed = Buffer.from(tagBytes)
  changed.writeUInt8(changed.readUInt8(3) ^ 1, 3)
  return changed
}

/** A header with the checksum that belongs to it. */
function withCrc(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(crc32(changed.subarray(0, 108)), 108)
  return changed
}
