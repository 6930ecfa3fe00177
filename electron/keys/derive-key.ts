import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/** Argon2id's costs. `memory` is in KiB. */
export type KeyCosts = { readonly memory: number; readonly passes: number }

/** Above OWASP's floor of 19 MiB and two passes; about a quarter of a second on a small machine. */
export const usualKeyCosts: KeyCosts = { memory: 64 * 1024, passes: 3 }

/** So many bytes that follow from a password and a salt by Argon2id. */
export type DeriveKey = (
  password: string,
  salt: Uint8Array,
  costs: KeyCosts,
  length: number,
) => Promise<Uint8Array>

/** What the worker is started with. */
export type KeyRequest = {
  readonly password: string
  readonly salt: Uint8Array
  readonly costs: KeyCosts
  readonly length: number
}

const fromSource = join(import.meta.dirname, 'derive-key-worker.ts')

/**
 * Derives each key in a thread of its own, which then ends: nobody waits behind the work, and the memory it
 * needs is given back. Two ways to type the same password make the same key.
 */
export const deriveKeyInThread =
  (program = fromSource): DeriveKey =>
  (password, salt, costs, length) =>
    new Promise((resolve, reject) => {
      const request: KeyRequest = { password: password.normalize('NFC'), salt, costs, length }
      let key: Uint8Array | null = null
      new Worker(program, { workerData: request, env: {}, execArgv: [] })
        .once('message', (derived: Uint8Array) => {
          key = derived
        })
        .once('error', reject)
        .once('exit', () => {
          if (key) resolve(key)
          else reject(new Error('The thread that derives a key ended without one.'))
        })
    })
