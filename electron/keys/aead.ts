import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

// AES-256-GCM and nothing else: Electron's BoringSSL has no ChaCha20-Poly1305.
const cipher = 'aes-256-gcm'

export const keyLength = 32
export const nonceLength = 12
export const tagLength = 16

/** For more than a few uses take a `KeyObject`: from bytes Node.js makes one each time, in most of the time it takes. */
type Key = Uint8Array | KeyObject

const tagged = { authTagLength: tagLength } as const

/** Encrypts. A nonce must never be used twice with one key. */
export function encrypt(
  key: Key,
  nonce: Uint8Array,
  content: Uint8Array,
  bound: Uint8Array,
): { readonly body: Buffer; readonly tag: Buffer } {
  const encryption = createCipheriv(cipher, key, nonce, tagged).setAAD(bound)
  const body = encryption.update(content)
  encryption.final()
  return { body, tag: encryption.getAuthTag() }
}

/** The content, or null when key, nonce, body, bound and tag do not belong together. */
export function decrypt(
  key: Key,
  nonce: Uint8Array,
  body: Uint8Array,
  bound: Uint8Array,
  tag: Uint8Array,
): Buffer | null {
  if (tag.length !== tagLength) return null
  const decryption = createDecipheriv(cipher, key, nonce, tagged).setAAD(bound).setAuthTag(tag)
  const content = decryption.update(body)
  try {
    decryption.final()
  } catch {
    content.fill(0)
    return null
  }
  return content
}

/** Encrypts something small with a nonce of its own: nonce · body · tag. */
export function wrap(key: Uint8Array, content: Uint8Array, bound: Uint8Array): Buffer {
  const nonce = randomBytes(nonceLength)
  const { body, tag } = encrypt(key, nonce, content, bound)
  return Buffer.concat([nonce, body, tag])
}

/** What was wrapped, or null when it was not with this key and bound. */
export function unwrap(key: Uint8Array, wrapped: Uint8Array, bound: Uint8Array): Buffer | null {
  if (wrapped.length < nonceLength + tagLength) return null
  const body = wrapped.subarray(nonceLength, -tagLength)
  return decrypt(key, wrapped.subarray(0, nonceLength), body, bound, wrapped.subarray(-tagLength))
}
