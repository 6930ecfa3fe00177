import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

const block = 16
const keyLength = 32

/**
 * Opens the one file of an archive by WinZip's own description of its encryption (AE-2 with 256 bits), so
 * that nothing of the library that wrote it is believed. Throws when the password is wrong.
 */
export function openProtectedZip(archive: Uint8Array, password: string) {
  const zip = Buffer.from(archive)
  const central = zip.indexOf('PK\x01\x02', 0, 'latin1')
  const nameLength = zip.readUInt16LE(26)
  const name = zip.toString('utf8', 30, 30 + nameLength)
  const encryption = zip.subarray(zip.indexOf('\x01\x99\x07\x00', 0, 'latin1'))
  const header = { version: encryption.readUInt16LE(4), strength: encryption[8] }
  if (header.version !== 2 || header.strength !== 3)
    throw new Error('This is not AE-2 with 256 bits.')

  const begin = 30 + nameLength + zip.readUInt16LE(28)
  const stored = zip.subarray(begin, begin + zip.readUInt32LE(central + 20))
  const [salt, verifier] = [stored.subarray(0, 16), stored.subarray(16, 18)]
  const [encrypted, seal] = [stored.subarray(18, -10), stored.subarray(-10)]
  const keys = pbkdf2Sync(password, salt, 1000, 2 * keyLength + 2, 'sha1')
  const [key, sealKey] = [keys.subarray(0, keyLength), keys.subarray(keyLength, 2 * keyLength)]
  const mac = createHmac('sha1', sealKey).update(encrypted).digest().subarray(0, 10)
  if (!verifier.equals(keys.subarray(-2)) || !mac.equals(seal)) throw new Error('Wrong password.')

  const compressed = encryption.readUInt16LE(9) === 8
  const plain = counted(key, encrypted)
  return { name, bytes: compressed ? inflateRawSync(plain) : plain }
}

/** AES in counter mode, whose counter WinZip begins at 1 and counts with its smallest byte first. */
function counted(key: Buffer, bytes: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-ecb', key, null).setAutoPadding(false)
  const counters = Buffer.alloc(Math.ceil(bytes.length / block) * block)
  for (let at = 0; at < counters.length; at += block) counters.writeUInt32LE(at / block + 1, at)
  const mask = cipher.update(counters)
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0)) as Buffer
}
