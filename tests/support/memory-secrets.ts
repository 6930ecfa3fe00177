import { createHash } from 'node:crypto'
import type { Secrets } from '../../electron/keys/secrets.ts'

/** A system's store for secrets, which a test can take away, or change as an update of the system does. */
export class MemorySecrets implements Secrets {
  name: string | null = 'keyring'
  /** What the system seals with; with another one nothing opens that was sealed before. */
  key = 'first'
  stale = false
  failing = false
  sealed = 0

  async backend(): Promise<string | null> {
    if (this.failing) throw new Error('The keyring does not answer.')
    return this.name
  }

  async seal(secret: string): Promise<Uint8Array> {
    this.sealed += 1
    return this.#mixed(Buffer.from(secret, 'utf8'))
  }

  async open(sealed: Uint8Array) {
    if (this.failing) throw new Error('The keyring does not answer.')
    const { stale } = this
    return { secret: Buffer.from(this.#mixed(sealed)).toString('utf8'), stale }
  }

  #mixed(bytes: Uint8Array): Uint8Array {
    const pad = createHash('sha512').update(this.key).digest()
    return bytes.map((byte, at) => byte ^ (pad[at % pad.length] ?? 0))
  }
}
