import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { tagLength } from './seal.ts'

/** Bytes of the header that begins every journal segment and every checkpoint. */
export const headerLength = 112

/**
 * What this version writes, and the oldest version of Roster's format that can read it. Format 1 was the
 * preliminary one, before directories were sealed.
 */
export const formatVersion = 2

export type FileKind = 'segment' | 'checkpoint'

const magics = { segment: 'RSTRJNL1', checkpoint: 'RSTRSNP1' } as const

export type FileHeader = {
  readonly kind: FileKind
  /** The directory's id. */
  readonly directoryId: string
  /** A segment's number; zero in a checkpoint. */
  readonly segment: number
  /** The sequence of the last acknowledged transaction when the file was begun, and its tag. */
  readonly baseSequence: number
  readonly baseTag: Uint8Array
  /** 32 random bytes: the key of the file is derived from them. */
  readonly salt: Uint8Array
  /** Milliseconds since 1970. Told, never used for order. */
  readonly createdAt: number
  /**
   * Whether a segment repeats, as its first, the last transaction of the one before, because that may not
   * have reached the disk. Until the repetition is there the segment counts for nothing.
   */
  readonly repeats: boolean
  /** The number of the data key that the file is sealed with; 0 when it is not sealed. */
  readonly keyNumber: number
}

/** `preliminary` is a whole file of a format that is read no more. */
export type HeaderFault = 'damaged' | 'newer' | 'preliminary'

/** `foreign` is a file that no key of the directory is good for. */
export type FileFault = HeaderFault | 'foreign'

const flags = { repeats: 1, sealed: 2 } as const

/**
 * Little-endian: magic 8 · format u16 · flags u16 · length u32 · directory id 16 · segment u64 ·
 * base sequence u64 · base tag 16 · salt 32 · created i64 · oldest reader u16 · key number u16 · CRC-32 u32.
 */
export function encodeHeader(header: FileHeader): Buffer {
  const bytes = Buffer.alloc(headerLength)
  bytes.write(magics[header.kind], 0, 'latin1')
  bytes.writeUInt16LE(formatVersion, 8)
  bytes.writeUInt16LE(
    (header.repeats ? flags.repeats : 0) | (header.keyNumber ? flags.sealed : 0),
    10,
  )
  bytes.writeUInt32LE(headerLength, 12)
  bytes.write(header.directoryId.replaceAll('-', ''), 16, 'hex')
  bytes.writeBigUInt64LE(BigInt(header.segment), 32)
  bytes.writeBigUInt64LE(BigInt(header.baseSequence), 40)
  bytes.set(header.baseTag, 48)
  bytes.set(header.salt, 64)
  bytes.writeBigInt64LE(BigInt(header.createdAt), 96)
  bytes.writeUInt16LE(formatVersion, 104)
  bytes.writeUInt16LE(header.keyNumber, 106)
  bytes.writeUInt32LE(crc32(bytes.subarray(0, 108)), 108)
  return bytes
}

/** The header of a file, or what is wrong with it. */
export function decodeHeader(file: Uint8Array, kind: FileKind): FileHeader | HeaderFault {
  const bytes = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, headerLength))
  if (bytes.length < headerLength || bytes.toString('latin1', 0, 8) !== magics[kind])
    return 'damaged'
  if (crc32(bytes.subarray(0, 108)) !== bytes.readUInt32LE(108)) return 'damaged'
  if (bytes.readUInt16LE(104) > formatVersion) return 'newer'
  if (bytes.readUInt16LE(8) < formatVersion) return 'preliminary'
  const keyNumber = bytes.readUInt16LE(106)
  const flagged = bytes.readUInt16LE(10)
  const sealed = (flagged & flags.sealed) !== 0
  if (sealed !== keyNumber > 0) return 'damaged'
  return {
    kind,
    directoryId: uuidOf(bytes.subarray(16, 32)),
    segment: Number(bytes.readBigUInt64LE(32)),
    baseSequence: Number(bytes.readBigUInt64LE(40)),
    // Copies: a view would keep the whole file in memory for as long as the header is kept.
    baseTag: Uint8Array.from(bytes.subarray(48, 48 + tagLength)),
    salt: Uint8Array.from(bytes.subarray(64, 96)),
    createdAt: Number(bytes.readBigInt64LE(96)),
    repeats: (flagged & flags.repeats) !== 0,
    keyNumber,
  }
}

/** What stands for the header in the chain of frames. */
export const headerHash = (header: Uint8Array): Buffer =>
  createHash('sha256').update(header.subarray(0, headerLength)).digest()

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
