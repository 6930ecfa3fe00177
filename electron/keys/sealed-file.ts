import { randomBytes } from 'node:crypto'
import { decrypt, encrypt, nonceLength, tagLength } from './aead.ts'
import type { KeyRing, Purpose } from './key-ring.ts'

const magic = Buffer.from('RSTRSLD1', 'latin1')
const saltLength = 32
const headLength = magic.length + 4 + saltLength
// Each file has a key of its own, which is used for this once.
const nonce = Buffer.alloc(nonceLength)

/** What a sealed file is for, and the name it lies under: one cannot be put in another's place. */
export type Place = { readonly purpose: Purpose; readonly name: string }

/** Seals a whole file: magic · key number u32 · salt 32 · body · tag 16. */
export function sealFile(ring: KeyRing, place: Place, content: Uint8Array): Buffer {
  const head = Buffer.alloc(headLength)
  magic.copy(head)
  head.writeUInt32LE(ring.number, magic.length)
  randomBytes(saltLength).copy(head, headLength - saltLength)
  const key = ring.derive(place.purpose, head.subarray(-saltLength))
  const { body, tag } = encrypt(key, nonce, content, boundOf(head, place))
  key.fill(0)
  return Buffer.concat([head, body, tag])
}

/** The content of a sealed file, or null when it is not whole, not genuine, or not the one of this place. */
export function openSealedFile(ring: KeyRing, place: Place, file: Uint8Array): Buffer | null {
  const number = keyNumberOf(file)
  if (number === null || !ring.numbers.includes(number)) return null
  const head = file.subarray(0, headLength)
  const key = ring.derive(place.purpose, head.subarray(-saltLength), number)
  const body = file.subarray(headLength, -tagLength)
  const content = decrypt(key, nonce, body, boundOf(head, place), file.subarray(-tagLength))
  key.fill(0)
  return content
}

/** The number of the data key that a file is sealed with; null when it is no sealed file. */
export function keyNumberOf(file: Uint8Array): number | null {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length)
  if (bytes.length < headLength + tagLength) return null
  if (!bytes.subarray(0, magic.length).equals(magic)) return null
  return bytes.readUInt32LE(magic.length)
}

const boundOf = (head: Uint8Array, { purpose, name }: Place) =>
  Buffer.concat([head, Buffer.from(`${purpose} ${name}`, 'utf8')])
