import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { keyLength, unwrap, wrap } from './aead.ts'

// The raw keys of RFC 7748 in the envelopes of RFC 8410: what `node:crypto` takes.
const privateHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicHead = Buffer.from('302a300506032b656e032100', 'hex')

export type KeyPair = { readonly publicKey: Buffer; readonly privateKey: Buffer }

/** An X25519 key pair: what is sealed to the public key, only the private one opens. */
export function makeKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: rawOf(publicKey.export({ format: 'der', type: 'spki' })),
    privateKey: rawOf(privateKey.export({ format: 'der', type: 'pkcs8' })),
  }
}

/** Seals content to a public key: the public half of a key pair made for it alone · what that wraps. */
export function sealTo(publicKey: Uint8Array, content: Uint8Array, bound: Uint8Array): Buffer {
  const once = makeKeyPair()
  const key = agreed(once.privateKey, publicKey, once.publicKey, publicKey)
  once.privateKey.fill(0)
  const wrapped = wrap(key, content, bound)
  key.fill(0)
  return Buffer.concat([once.publicKey, wrapped])
}

/** What was sealed to the pair's public key, or null when it was not, or not with this bound. */
export function openWith(pair: KeyPair, sealed: Uint8Array, bound: Uint8Array): Buffer | null {
  if (sealed.length < keyLength) return null
  const once = sealed.subarray(0, keyLength)
  try {
    const key = agreed(pair.privateKey, once, once, pair.publicKey)
    const content = unwrap(key, sealed.subarray(keyLength), bound)
    key.fill(0)
    return content
  } catch {
    // The agreement refuses points that would make the same key for everybody.
    return null
  }
}

/** The secret that a private and a public key share: whoever has the other halves gets the same. */
export const agree = (ours: Uint8Array, theirs: Uint8Array): Buffer =>
  diffieHellman({ privateKey: privateOf(ours), publicKey: publicOf(theirs) })

function agreed(
  ours: Uint8Array,
  theirs: Uint8Array,
  once: Uint8Array,
  receiver: Uint8Array,
): Buffer {
  const shared = agree(ours, theirs)
  const salt = Buffer.concat([once, receiver])
  const key = hkdfSync('sha256', shared, salt, 'roster sealed to a key v1', keyLength)
  shared.fill(0)
  return Buffer.from(key)
}

const rawOf = (der: Buffer) => Buffer.from(der.subarray(-keyLength))

function privateOf(raw: Uint8Array): KeyObject {
  const key = Buffer.concat([privateHead, raw])
  const object = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  key.fill(0)
  return object
}

const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([publicHead, raw]), format: 'der', type: 'spki' })
