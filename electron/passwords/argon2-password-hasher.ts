import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { DeriveKey, KeyCosts } from '../keys/derive-key.ts'
import type { PasswordHasher } from './password-hasher.ts'

const keyLength = 32
const encoded = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([^$]+)\$([^$]+)$/

/** Keeps a key that is derived from the password, in the form in which Argon2's own tools write it. */
export class Argon2PasswordHasher implements PasswordHasher {
  readonly #deriveKey: DeriveKey
  readonly #costs: KeyCosts

  constructor(deriveKey: DeriveKey, costs: KeyCosts) {
    this.#deriveKey = deriveKey
    this.#costs = costs
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(16)
    const key = await this.#deriveKey(password, salt, this.#costs, keyLength)
    const { memory, passes } = this.#costs
    return `$argon2id$v=19$m=${memory},t=${passes},p=1$${toBase64(salt)}$${toBase64(key)}`
  }

  async matches(password: string, hash: string): Promise<boolean> {
    const [, memory, passes, salt = '', kept = ''] = encoded.exec(hash) ?? []
    const key = Buffer.from(kept, 'base64')
    if (key.length === 0) throw new Error('This is not a hash of a password.')
    const costs = { memory: Number(memory), passes: Number(passes) }
    const derived = await this.#deriveKey(password, Buffer.from(salt, 'base64'), costs, key.length)
    return timingSafeEqual(derived, key)
  }
}

const toBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
