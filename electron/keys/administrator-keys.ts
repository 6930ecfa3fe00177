import { randomBytes, randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { AccountHolder, AdministratorAccounts } from '../services/administrator-accounts.ts'
import { keyLength } from './aead.ts'
import type { DeriveKey, KeyCosts } from './derive-key.ts'
import type { DirectoryKeys } from './directory-keys.ts'
import type { Unlocked } from './found-slots.ts'
import {
  type AdministratorSlot,
  isAcceptable,
  type Kdf,
  makeLock,
  openLock,
  ownerOf,
  proveOpens,
  type Slot,
} from './key-slot.ts'
import { SignInRefused } from './sign-in-refused.ts'

/** Who has proved their password. */
export type Proof = {
  readonly userId: string
  readonly mustChange: boolean
  readonly unlocked: Unlocked
}

/** The slots of the administrators: what their passwords open. */
export class AdministratorKeys implements AdministratorAccounts {
  readonly #keys: DirectoryKeys
  readonly #deriveKey: DeriveKey
  readonly #costs: KeyCosts

  constructor(keys: DirectoryKeys, deriveKey: DeriveKey, costs: KeyCosts) {
    this.#keys = keys
    this.#deriveKey = deriveKey
    this.#costs = costs
  }

  async hasPassword(userId: string): Promise<boolean> {
    const slot = this.#slotOf(userId)
    return slot !== undefined && (slot.lock !== null || slot.parked !== null)
  }

  async setPassword(
    { id: userId, displayName, userPrincipalName }: AccountHolder,
    password: string,
    { mustChange }: { readonly mustChange: boolean },
  ): Promise<void> {
    const kdf = this.#newKdf()
    const key = await this.#keyFrom(password, kdf)
    const id = randomUUID()
    const owner = { type: 'administrator', id, userId } as const
    try {
      await this.#keys.update(
        (file, ring) => {
          const lock = makeLock(ring, owner, key, { kdf, mustChange })
          // Whoever gives somebody a new password wants them to type it.
          const others = file.slots.filter(
            (slot) => !isOf(slot, userId) && !(mustChange && isDeviceOf(slot, userId)),
          )
          const names = { displayName, userPrincipalName }
          const slot = { ...owner, ...names, state: 'enabled', lock, parked: null } as const
          return { ...file, slots: [...others, slot] }
        },
        (slots) => proveOpens(slots, owner, this.#keys.ring, key),
      )
    } finally {
      key.fill(0)
    }
  }

  /**
   * Opens the slot of whoever has this name, as the files have it now. Throws when the password is wrong,
   * and in the same words, after the same time, when there is nobody of that name.
   */
  async unlock(userPrincipalName: string, password: string): Promise<Proof> {
    const name = nameOf(userPrincipalName)
    const slots = await this.#keys.look()
    const found = slots?.find(isNamed(name), (damaged) => nameOf(damaged) === name) ?? null
    if (found === 'damaged') throw slotDamaged()
    const kdf = found?.slot.lock?.kdf ?? this.#newKdf()
    if (!isAcceptable(kdf, this.#costs)) throw slotDamaged()
    const key = await this.#keyFrom(password, kdf)
    try {
      if (!slots || !found) throw new SignInRefused('unknownUser', null)
      const { slot } = found
      if (slot.state === 'blocked')
        throw new SignInRefused('accountBlocked', slot.userId, { name: slot.displayName })
      const unlocked = slots.open(found, key)
      if (unlocked === 'wrong-key') throw new SignInRefused('wrongPassword', slot.userId)
      if (unlocked === 'damaged') throw slotDamaged()
      const mustChange = slot.lock?.mustChange ?? false
      return { userId: slot.userId, mustChange, unlocked }
    } finally {
      key.fill(0)
    }
  }

  /** Whether this is the password of somebody whose directory is open. */
  async isPasswordOf(userId: string, password: string): Promise<boolean> {
    const slot = this.#slotOf(userId)
    if (!slot?.lock?.kdf) return false
    const key = await this.#keyFrom(password, slot.lock.kdf)
    const opened = openLock(this.#keys.ring.directoryId, ownerOf(slot), slot.lock, key)
    key.fill(0)
    if (!Buffer.isBuffer(opened)) return false
    opened.fill(0)
    return true
  }

  /**
   * Puts a new data key in the place of the present one, whose last transaction is `until`. Goes through only
   * when this person's password, which is asked for again, opens what was written.
   */
  async replaceDataKey(userId: string, password: string, until: number): Promise<void> {
    const slot = this.#slotOf(userId)
    if (!slot?.lock?.kdf) throw new Error('Whoever changes the data key has a password.')
    const owner = ownerOf(slot)
    const key = await this.#keyFrom(password, slot.lock.kdf)
    try {
      await this.#keys.replace(until, (ring, slots) => proveOpens(slots, owner, ring, key))
    } finally {
      key.fill(0)
    }
  }

  /** Whether the password was given by somebody else, to be changed first. */
  mustChange(userId: string): boolean {
    return this.#slotOf(userId)?.lock?.mustChange ?? false
  }

  /** Whether a password deserves a slower derivation than it was once given. */
  isOutdated(userId: string): boolean {
    const kdf = this.#slotOf(userId)?.lock?.kdf
    return (
      kdf !== undefined &&
      kdf !== null &&
      (kdf.memory < this.#costs.memory || kdf.passes < this.#costs.passes)
    )
  }

  #slotOf(userId: string): AdministratorSlot | undefined {
    return this.#keys.file.slots.find((slot): slot is AdministratorSlot => isOf(slot, userId))
  }

  #newKdf(): Kdf {
    const salt = randomBytes(16).toString('base64')
    return { algorithm: 'argon2id', ...this.#costs, parallelism: 1, salt }
  }

  #keyFrom(password: string, { memory, passes, salt }: Kdf): Promise<Uint8Array> {
    const bytes = Buffer.from(salt, 'base64')
    return this.#deriveKey(password, bytes, { memory, passes }, keyLength)
  }
}

const isDeviceOf = (slot: Slot, userId: string) => slot.type === 'device' && slot.userId === userId

const isOf = (slot: Slot, userId: string): slot is AdministratorSlot =>
  slot.type === 'administrator' && slot.userId === userId

const isNamed =
  (name: string) =>
  (slot: Slot): slot is AdministratorSlot =>
    slot.type === 'administrator' && name !== '' && nameOf(slot.userPrincipalName) === name

/** A user name as it is compared: it is made of plain letters. */
const nameOf = (userPrincipalName: string) => userPrincipalName.trim().toLowerCase()

const slotDamaged = () => new AppError('damaged', 'slotDamaged')
