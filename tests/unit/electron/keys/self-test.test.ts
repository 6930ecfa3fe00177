import { createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decrypt, encrypt } from '../../../../electron/keys/aead.ts'
import { deriveKeyInThread } from '../../../../electron/keys/derive-key.ts'
import { agree, sealTo } from '../../../../electron/keys/key-pair.ts'
import {
  type Ciphers,
  proveCiphers,
  proveKeyDerivation,
} from '../../../../electron/keys/self-test.ts'
import { Sentences } from '../../../../electron/sentences.ts'
import { AppError } from '../../../../shared/errors.ts'

const sound: Ciphers = { encrypt, decrypt, createHmac, hkdfSync, agree, sealTo }

const gone = () => {
  throw new Error('digital envelope routines::unsupported')
}

const saidOf = async (prove: () => unknown) => {
  try {
    await prove()
  } catch (error) {
    return error instanceof AppError ? new Sentences().failure(error).message : error
  }
  return null
}

describe('the self-test of the ciphers', () => {
  it('says nothing where each gives the answer that is known', () => {
    expect(() => proveCiphers()).not.toThrow()
  })

  it.each([
    ['AES-256-GCM', { encrypt: gone }],
    ['AES-256-GCM', { decrypt: gone }],
    ['HMAC-SHA-256', { createHmac: gone }],
    ['HKDF-SHA-256', { hkdfSync: gone }],
    ['X25519', { agree: gone }],
    ['the sealing of keys', { sealTo: gone }],
  ] satisfies [string, Partial<Ciphers>][])(
    'names %s in one sentence where the engine does not have it',
    async (name, lack) => {
      const said = await saidOf(() => proveCiphers({ ...sound, ...lack }))
      expect(said).toMatch(new RegExp(`^Nothing was opened.*${name}.*install Roster again`))
    },
  )

  it.each([
    ['AES-256-GCM', { encrypt: (...given) => ({ ...encrypt(...given), tag: Buffer.alloc(16) }) }],
    ['AES-256-GCM', { decrypt: (_key, _nonce, body) => Buffer.from(body) }],
    ['HMAC-SHA-256', { createHmac: (_digest, key) => createHmac('sha512', key) }],
    ['HKDF-SHA-256', { hkdfSync: (_digest, ...given) => hkdfSync('sha512', ...given) }],
    ['X25519', { agree: (ours) => Buffer.from(ours) }],
    ['the sealing of keys', { sealTo: (_key, content) => Buffer.from(content) }],
  ] satisfies [string, Partial<Ciphers>][])(
    'names %s where it gives another answer',
    async (name, wrong) => {
      expect(await saidOf(() => proveCiphers({ ...sound, ...wrong }))).toContain(name)
    },
  )
})

describe('the self-test of keys made of passwords', () => {
  it('says nothing where Argon2id gives the answer that is known', async () => {
    await expect(proveKeyDerivation(deriveKeyInThread())).resolves.toBeUndefined()
  })

  it('names Argon2id where its thread cannot run, or gives another answer', async () => {
    const missing = deriveKeyInThread('/nowhere/derive-key-worker.js')
    expect(await saidOf(() => proveKeyDerivation(missing))).toContain('Argon2id')
    const wrong = async () => new Uint8Array(32)
    expect(await saidOf(() => proveKeyDerivation(wrong))).toContain('Argon2id')
  })
})
