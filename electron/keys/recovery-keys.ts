import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { DirectoryKeys } from './directory-keys.ts'
import type { Unlocked } from './found-slots.ts'
import { makeLock, openLock, type Slot } from './key-slot.ts'
import {
  keyOfRecoverySecret,
  makeRecoverySecret,
  recoveryKeyOf,
  recoverySecretIn,
} from './recovery-key.ts'

type RecoverySlot = Extract<Slot, { type: 'recovery' }>

/** The slot that the recovery key opens. There is one. */
export class RecoveryKeys {
  readonly #keys: DirectoryKeys

  constructor(keys: DirectoryKeys) {
    this.#keys = keys
  }

  /** Makes a recovery key, which is told once and kept nowhere. The one before opens nothing any more. */
  async replace(): Promise<string> {
    const secret = makeRecoverySecret()
    const key = keyOfRecoverySecret(secret)
    const owner = { type: 'recovery', id: randomUUID() } as const
    await this.#keys.update(
      (file, ring) => {
        const lock = makeLock(ring, owner, key, { kdf: null, mustChange: false })
        const others = file.slots.filter(({ type }) => type !== 'recovery')
        return { ...file, slots: [...others, { ...owner, lock }] }
      },
      (slots) => {
        const { lock } = slots.find(({ id }) => id === owner.id) ?? {}
        const opened = lock && openLock(this.#keys.ring.directoryId, owner, lock, key)
        if (!Buffer.isBuffer(opened)) throw new Error('The recovery key did not open as written.')
        opened.fill(0)
      },
    )
    key.fill(0)
    const text = recoveryKeyOf(secret)
    secret.fill(0)
    return text
  }

  /** Opens the directory with the recovery key as somebody typed it. */
  async unlock(typed: string): Promise<{ readonly slotId: string; readonly unlocked: Unlocked }> {
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
    if (unlocked === 'wrong-key' || !found) throw new AppError('wrong-password', 'recoveryKeyWrong')
    return { slotId: found.slot.id, unlocked }
  }
}

const isRecovery = (slot: Slot): slot is RecoverySlot => slot.type === 'recovery'
