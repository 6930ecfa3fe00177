import { crc32 } from 'node:zlib'
import { release } from '../release.ts'
import { type Seal, tagLength } from './seal.ts'

/** What a frame holds. A transaction too large for one frame is begun, continued and committed. */
export const frameTypes = ['transaction', 'begin', 'part', 'commit', 'block', 'footer'] as const

export type FrameType = (typeof frameTypes)[number]

export type Frame = {
  readonly type: FrameType
  /** The transaction's sequence, or the checkpoint's. */
  readonly sequence: number
  /** Milliseconds since 1970. Told, never used for order. */
  readonly at: number
  readonly content: Uint8Array
}

/** A frame's place in the chain: the hash of the file's header, the tag of the frame before, and which it is. */
export type Chain = {
  readonly header: Uint8Array
  readonly lastTag: Uint8Array
  /** Counted from 0 in each file. */
  readonly index: number
}

const magic = 0x4a52 // "RJ"
const headLength = 28
const tailLength = tagLength + 8

/** The most one frame may hold, so that a damaged length cannot ask for the whole memory. */
export const mostContent = 16 * 2 ** 20

/**
 * Little-endian: magic u16 · type u8 · flags u8 · schema u16 · padding u16 · length u32 · sequence u64 ·
 * at i64 · body · tag 16 · CRC-32 of all before u32 · length inverted u32. The CRC finds torn and rotted
 * bytes without a key; the tag tells that the frame is whole, genuine and in its place.
 */
export function encodeFrame(
  frame: Frame,
  seal: Seal,
  chain: Chain,
): { bytes: Buffer; tag: Buffer } {
  const { length } = frame.content
  if (length > mostContent) throw new Error(`A frame cannot hold ${length} bytes.`)
  const head = Buffer.alloc(headLength)
  head.writeUInt16LE(magic, 0)
  head.writeUInt8(frameTypes.indexOf(frame.type) + 1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt32LE(length, 8)
  head.writeBigUInt64LE(BigInt(frame.sequence), 12)
  head.writeBigInt64LE(BigInt(frame.at), 20)
  const { body, tag } = seal.close(frame.content, boundOf(head, chain), chain.index)
  const bytes = Buffer.alloc(headLength + length + tailLength)
  bytes.set(head, 0)
  bytes.set(body, headLength)
  if (body !== frame.content) release(body)
  bytes.set(tag, headLength + length)
  const end = headLength + length + tagLength
  bytes.writeUInt32LE(crc32(bytes.subarray(0, end)), end)
  bytes.writeUInt32LE(~length >>> 0, end + 4)
  return { bytes, tag: Buffer.from(tag) }
}

export type ReadFrame = { readonly frame: Frame; readonly tag: Uint8Array; readonly end: number }

/** The whole frame at `offset`, or null when there is none that is intact and in its place. */
export function decodeFrame(
  file: Buffer,
  offset: number,
  seal: Seal,
  chain: Chain,
): ReadFrame | null {
  const extent = intactExtent(file, offset)
  if (!extent) return null
  const head = file.subarray(offset, offset + headLength)
  const body = file.subarray(offset + headLength, extent.tag)
  const tag = file.subarray(extent.tag, extent.tag + tagLength)
  const content = seal.open(body, boundOf(head, chain), tag, chain.index)
  const type = frameTypes[head.readUInt8(2) - 1]
  if (!content || !type) return null
  const frame = {
    type,
    sequence: Number(head.readBigUInt64LE(12)),
    at: Number(head.readBigInt64LE(20)),
    content,
  }
  // A copy: a view would keep the whole file in memory for as long as the tag is kept.
  return { frame, tag: Uint8Array.from(tag), end: extent.end }
}

/** How many bytes before a frame the tag of the one before it begins. */
export const tagDistance = tailLength

/**
 * Whether what comes after `sequence` was on disk whole, which some intact frame behind `offset` tells:
 * what is not intact is then damage. Frames of a transaction that is not committed reach the disk in any order.
 */
export function hasLaterFrame(file: Buffer, offset: number, sequence: number): boolean {
  return intactFrames(file, offset).some(
    (found) => found.sequence > sequence + 1 || (found.sequence > sequence && found.ends),
  )
}

/** The frames behind `offset` that are intact, wherever they begin, and whether each ends a transaction. */
export function* intactFrames(
  file: Buffer,
  offset: number,
): Generator<{ readonly sequence: number; readonly ends: boolean }> {
  for (
    let at = file.indexOf('RJ', offset, 'latin1');
    at >= 0;
    at = file.indexOf('RJ', at + 1, 'latin1')
  )
    if (intactExtent(file, at)) {
      const type = frameTypes[file.readUInt8(at + 2) - 1]
      const ends = type === 'transaction' || type === 'commit'
      yield { sequence: Number(file.readBigUInt64LE(at + 12)), ends }
    }
}

/** What stands where the frame that ends at `offset` has its tag. */
export const tagBefore = (file: Buffer, offset: number): Uint8Array =>
  Uint8Array.from(file.subarray(offset - tailLength, offset - tailLength + tagLength))

/** Where the frame at `offset` has its tag and ends, when its lengths and its CRC agree. */
function intactExtent(file: Buffer, offset: number): { tag: number; end: number } | null {
  if (offset + headLength + tailLength > file.length) return null
  if (file.readUInt16LE(offset) !== magic) return null
  const length = file.readUInt32LE(offset + 8)
  const tag = offset + headLength + length
  const end = tag + tailLength
  if (length > mostContent || end > file.length) return null
  if (file.readUInt32LE(end - 4) !== ~length >>> 0) return null
  if (crc32(file.subarray(offset, end - 8)) !== file.readUInt32LE(end - 8)) return null
  return { tag, end }
}

const boundOf = (head: Uint8Array, { header, lastTag }: Chain) =>
  Buffer.concat([header, head, lastTag])
