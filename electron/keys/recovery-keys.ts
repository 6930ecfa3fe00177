import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { DirectoryKeys } from './directory-keys.ts'
import type { Unlocked } from './found-slots.ts'
import { makeLock, proveOpens, type Slot } from './key-slot.ts'
import {
  keyOfRecoverySecret,
  makeRecoverySecret,
  recoveryKeyOf,
  recoverySecretIn,
} from './recovery-key.ts'
import { SignInRefused } from './sign-in-refused.ts'

type RecoverySlot = Extract<Slot, { type: 'recovery' }>

/** The slot that the recovery key opens. There is one. */
export class RecoveryKeys {
  readonly #keys: DirectoryKeys

  /** Made and told, and not confirmed yet. */
  #prepared: Buffer | null = null

  constructor(keys: DirectoryKeys) {
    this.#keys = keys
  }

  /** Makes a recovery key, which is told once and kept nowhere. The one before opens nothing any more. */
  async replace(): Promise<string> {
    const secret = makeRecoverySecret()
    await this.#put(secret)
    const text = recoveryKeyOf(secret)
    secret.fill(0)
    return text
  }

  /** Makes a recovery key that opens nothing before it is confirmed. It is told once. */
  prepare(): string {
    this.forget()
    this.#prepared = makeRecoverySecret()
    return recoveryKeyOf(this.#prepared)
  }

  /** Answers what puts the prepared key in the place of the one before. Throws when it is another key. */
  confirm(typed: string): () => Promise<void> {
    const secret = recoverySecretIn(typed)
    if (!secret || !this.#prepared?.equals(secret))
      throw new AppError('not-found', 'recoveryKeyGone')
    return async () => {
      await this.#put(secret)
      secret.fill(0)
      this.forget()
    }
  }

  /** Gives up a key that was not confirmed. */
  forget(): void {
    this.#prepared?.fill(0)
    this.#prepared = null
  }

  /** Opens the directory with the recovery key as somebody typed it. */
  async unlock(typed: string): Promise<{ readonly unlocked: Unlocked }> {
    const secret = recoverySecretIn(typed)
    if (!secret) throw new AppError('wrong-password', 'recoveryKeyMistyped')
    const slots = await this.#keys.look()
    const found = slots?.find(isRecovery, (name) => name === '')
    if (found === 'damaged') throw new AppError('damaged', 'recoverySlotDamaged')
    const key = keyOfRecoverySecret(secret)
    const unlocked = slots && found ? slots.open(found, key) : 'wrong-key'
    key.fill(0)
    secret.fill(0)
    if (unlocked === 'damaged') throw new AppError('damaged', 'recoverySlotDamaged')
    if (unlocked === 'wrong-key' || !found) throw new SignInRefused('wrongRecoveryKey', null)
    return { unlocked }
  }

  async #put(secret: Uint8Array): Promise<void> {
    const key = keyOfRecoverySecret(secret)
    const owner = { type: 'recovery', id: randomUUID() } as const
    try {
      await this.#keys.update(
        (file, ring) => {
          const lock = makeLock(ring, owner, key, { kdf: null, mustChange: false })
          const others = file.slots.filter(({ type }) => type !== 'recovery')
          return { ...file, slots: [...others, { ...owner, lock }] }
        },
        (slots) => proveOpens(slots, owner, this.#keys.ring, key),
      )
    } finally {
      key.fill(0)
    }
  }
}

const isRecovery = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery'
