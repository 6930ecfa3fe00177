import { createHmac, hkdfSync } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { decrypt, encrypt } from './aead.ts'
import type { DeriveKey } from './derive-key.ts'
import { agree, makeKeyPair, openWith, sealTo } from './key-pair.ts'

// What Roster asks of the engine it runs on. OpenSSL, BoringSSL and WebAssembly each miss something somewhere, and a
// wrong answer would only show when a directory no longer opens.

/** The functions that protect a directory. A test puts one that fails in the place of each. */
export type Ciphers = {
  readonly encrypt: typeof encrypt
  readonly decrypt: typeof decrypt
  readonly createHmac: typeof createHmac
  readonly hkdfSync: typeof hkdfSync
  readonly agree: typeof agree
  readonly sealTo: typeof sealTo
}

const own: Ciphers = { encrypt, decrypt, createHmac, hkdfSync, agree, sealTo }

const hex = (digits: string) => Buffer.from(digits, 'hex')
const isSame = (one: Uint8Array, digits: string) => Buffer.compare(one, hex(digits)) === 0

/** Test case 16 of the specification of GCM. */
const gcm = {
  key: hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308'),
  nonce: hex('cafebabefacedbaddecaf888'),
  content: hex(
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
  ),
  bound: hex('feedfacedeadbeeffeedfacedeadbeefabaddad2'),
  body: '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662',
  tag: '76fc6ece0f4e1768cddf8853bb2d551b',
} as const

/** By name, whether each gives the answer that is known. */
const proofs: Readonly<Record<string, (ciphers: Ciphers) => boolean>> = {
  'AES-256-GCM': ({ encrypt: seal, decrypt: open }) => {
    const { key, nonce, content, bound } = gcm
    const { body, tag } = seal(key, nonce, content, bound)
    const opened = open(key, nonce, hex(gcm.body), bound, hex(gcm.tag))
    const forged = open(key, nonce, hex(gcm.body), bound, Buffer.alloc(hex(gcm.tag).length))
    const isOpened = opened !== null && Buffer.compare(opened, content) === 0
    return isSame(body, gcm.body) && isSame(tag, gcm.tag) && isOpened && forged === null
  },
  // Test case 2 of RFC 4231.
  'HMAC-SHA-256': ({ createHmac: make }) =>
    isSame(
      make('sha256', 'Jefe').update('what do ya want for nothing?').digest(),
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ),
  // Test case 1 of RFC 5869.
  'HKDF-SHA-256': ({ hkdfSync: derive }) =>
    isSame(
      Buffer.from(
        derive(
          'sha256',
          Buffer.alloc(22, 0x0b),
          hex('000102030405060708090a0b0c'),
          hex('f0f1f2f3f4f5f6f7f8f9'),
          42,
        ),
      ),
      '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    ),
  // Section 6.1 of RFC 7748.
  X25519: ({ agree: meet }) =>
    isSame(
      meet(
        hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'),
        hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'),
      ),
      '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
    ),
  // A new key pair each time, so that no answer is known but what was put in.
  'the sealing of keys': ({ sealTo: seal }) => {
    const pair = makeKeyPair()
    const opened = openWith(pair, seal(pair.publicKey, gcm.content, gcm.bound), gcm.bound)
    return opened !== null && Buffer.compare(opened, gcm.content) === 0
  },
}

/** Throws a sentence that names the first cipher which does not give the answer that is known. */
export function proveCiphers(ciphers: Ciphers = own): void {
  for (const [name, holds] of Object.entries(proofs)) {
    try {
      if (holds(ciphers)) continue
    } catch (cause) {
      throw missing(name, cause)
    }
    throw missing(name)
  }
}

/** The same of keys made of passwords, at the least that Argon2 can cost. OpenSSL gives this answer, too. */
export async function proveKeyDerivation(derive: DeriveKey): Promise<void> {
  const salt = Buffer.from('roster self-test')
  const answer = '184180807be433caa41a0dbf8528cdc5992c52cb92a2c3ebfe9024ceb449a8e9'
  const key = await derive('Analytical Engine', salt, { memory: 8, passes: 1 }, 32).catch(
    (cause: unknown) => {
      throw missing('Argon2id', cause)
    },
  )
  if (!isSame(key, answer)) throw missing('Argon2id')
}

const missing = (name: string, cause?: unknown) =>
  new AppError('unexpected', 'cipherMissing', { values: { name }, cause })
