import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'
import type { PasswordHasher } from './password-hasher.ts'

/** Argon2id's costs. `memory` is in KiB. */
export type Argon2Costs = { readonly memory: number; readonly passes: number }

/** Above OWASP's floor of 19 MiB and two passes; about a quarter of a second on a small machine. */
export const argon2Costs: Argon2Costs = { memory: 64 * 1024, passes: 3 }

/**
 * hash-wasm rather than `crypto.argon2`: Electron is built on BoringSSL, which has no Argon2.
 */
export class Argon2PasswordHasher implements PasswordHasher {
  readonly #costs: Argon2Costs

  constructor(costs: Argon2Costs) {
    this.#costs = costs
  }

  hash(password: string): Promise<string> {
    return argon2id({
      password: password.normalize('NFC'),
      salt: randomBytes(16),
      memorySize: this.#costs.memory,
      iterations: this.#costs.passes,
      parallelism: 1,
      hashLength: 32,
      outputType: 'encoded',
    })
  }

  matches(password: string, hash: string): Promise<boolean> {
    return argon2Verify({ password: password.normalize('NFC'), hash })
  }
}
