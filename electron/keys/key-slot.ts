import { crc32 } from 'node:zlib'
import { z } from '../../shared/zod.ts'
import { unwrap, wrap } from './aead.ts'
import { canonicalBytes } from './canonical.ts'
import type { KeyCosts } from './derive-key.ts'
import { makeKeyPair, openWith, sealTo } from './key-pair.ts'
import type { KeyRing } from './key-ring.ts'

const base64 = z.base64()

const kdfSchema = z.strictObject({
  algorithm: z.literal('argon2id'),
  memory: z.int(),
  passes: z.int(),
  parallelism: z.literal(1),
  salt: base64,
})

/** How the key of a slot follows from a password. */
export type Kdf = z.output<typeof kdfSchema>

const lockSchema = z.strictObject({
  /** Null when the slot's key is random, and needs no derivation. */
  kdf: kdfSchema.nullable(),
  /** Whether the password was given by somebody else, to be changed first. */
  mustChange: z.boolean(),
  publicKey: base64,
  /** The private key under the slot's key. */
  privateKey: base64,
  /** The data key, sealed to the public key, and its number. */
  keyNumber: z.int(),
  dataKey: base64,
})

/** What opens with a slot's key and gives the data key. */
export type Lock = z.output<typeof lockSchema>

const administratorSchema = z.strictObject({
  type: z.literal('administrator'),
  id: z.string(),
  userId: z.string(),
  /** For the sign-in page. Empty for who is deleted. */
  displayName: z.string(),
  userPrincipalName: z.string(),
  state: z.enum(['enabled', 'blocked', 'deleted']),
  /** Null while the account may not sign in. */
  lock: lockSchema.nullable(),
  /** The lock of an account that may not sign in, which nobody opens but who has the data key. */
  parked: base64.nullable(),
  crc: z.int(),
})

const recoverySchema = z.strictObject({
  type: z.literal('recovery'),
  id: z.string(),
  lock: lockSchema,
  crc: z.int(),
})

const deviceSchema = z.strictObject({
  type: z.literal('device'),
  id: z.string(),
  userId: z.string(),
  lock: lockSchema,
  crc: z.int(),
})

const slotSchema = z.discriminatedUnion('type', [administratorSchema, recoverySchema, deviceSchema])

/** A slot as it is written, with the checksum by which damage is told apart from a wrong password. */
type StoredSlot = z.output<typeof slotSchema>

type WithoutCrc<S> = S extends StoredSlot ? Omit<S, 'crc'> : never

export type Slot = WithoutCrc<StoredSlot>
export type AdministratorSlot = Extract<Slot, { type: 'administrator' }>

export const storedSlot = (slot: Slot): StoredSlot => ({ ...slot, crc: crcOf(slot) })

/** The slot in what was written; null when it is not as it was written. */
export function slotIn(stored: unknown): Slot | null {
  const read = slotSchema.safeParse(stored)
  if (!read.success) return null
  const { crc, ...slot } = read.data
  return crcOf(slot) === crc ? slot : null
}

const crcOf = (slot: Slot) => crc32(canonicalBytes(slot))

/** Whose slot it is: bound to its lock, so that nobody puts a lock of their own in another's slot. */
export type SlotOwner = Pick<Slot, 'id' | 'type'> & { readonly userId?: string }

export const ownerOf = (slot: Slot): SlotOwner =>
  slot.type === 'recovery'
    ? { id: slot.id, type: slot.type }
    : { id: slot.id, type: slot.type, userId: slot.userId }

/** Makes a lock that `key` opens. */
export function makeLock(
  ring: KeyRing,
  owner: SlotOwner,
  key: Uint8Array,
  { kdf, mustChange }: Pick<Lock, 'kdf' | 'mustChange'>,
): Lock {
  const pair = makeKeyPair()
  const publicKey = pair.publicKey.toString('base64')
  const bound = privateBound(ring.directoryId, owner, { kdf, mustChange, publicKey })
  const privateKey = wrap(key, pair.privateKey, bound).toString('base64')
  pair.privateKey.fill(0)
  return { kdf, mustChange, publicKey, privateKey, ...dataKeyFor(ring, owner, publicKey) }
}

/** The same lock for the ring's present data key: nobody's password is needed for that. */
export const renewLock = (ring: KeyRing, owner: SlotOwner, lock: Lock): Lock => ({
  ...lock,
  ...dataKeyFor(ring, owner, lock.publicKey),
})

/** Opens a lock. `wrong-key` when the key is not the lock's; `damaged` when it is, and the data key is not there. */
export function openLock(
  directoryId: string,
  owner: SlotOwner,
  lock: Lock,
  key: Uint8Array,
): Buffer | 'wrong-key' | 'damaged' {
  const bound = privateBound(directoryId, owner, lock)
  const privateKey = unwrap(key, Buffer.from(lock.privateKey, 'base64'), bound)
  if (!privateKey) return 'wrong-key'
  const publicKey = Buffer.from(lock.publicKey, 'base64')
  const sealed = Buffer.from(lock.dataKey, 'base64')
  const dataBound = dataKeyBound(directoryId, owner, lock.keyNumber)
  const dataKey = openWith({ publicKey, privateKey }, sealed, dataBound)
  privateKey.fill(0)
  return dataKey ?? 'damaged'
}

/** Throws unless the slot that was written opens with its key, and gives the data key of the ring. */
export function proveOpens(
  slots: readonly Slot[],
  owner: SlotOwner,
  ring: KeyRing,
  key: Uint8Array,
): void {
  const { lock } = slots.find(({ id }) => id === owner.id) ?? {}
  const opened = lock && openLock(ring.directoryId, owner, lock, key)
  const isRight = Buffer.isBuffer(opened) && Buffer.compare(opened, ring.dataKey) === 0
  if (Buffer.isBuffer(opened)) opened.fill(0)
  if (!isRight) throw new Error('A key slot did not open as written.')
}

/** Puts a lock away where only the data key finds it. */
export const parkLock = (ring: KeyRing, owner: SlotOwner, lock: Lock): string =>
  wrap(ring.derive('parked'), canonicalBytes(lock), canonicalBytes(owner)).toString('base64')

/** The parked lock, or null when it cannot be had: then the account needs a new password. */
export function unparkLock(ring: KeyRing, owner: SlotOwner, parked: string): Lock | null {
  const wrapped = Buffer.from(parked, 'base64')
  const content = unwrap(ring.derive('parked'), wrapped, canonicalBytes(owner))
  return content && lockSchema.parse(JSON.parse(content.toString('utf8')))
}

/** What a slot file may ask of this computer: it is read before anybody has proved anything. */
const mostCosts: KeyCosts = { memory: 2 ** 20, passes: 10 }
const leastCosts: KeyCosts = { memory: 19 * 1024, passes: 2 }

/** Whether these costs are bearable and enough. Those that this Roster uses itself always are. */
export const isAcceptable = ({ memory, passes, salt }: Kdf, usual: KeyCosts): boolean =>
  memory <= mostCosts.memory &&
  passes <= mostCosts.passes &&
  memory >= Math.min(leastCosts.memory, usual.memory) &&
  passes >= Math.min(leastCosts.passes, usual.passes) &&
  Buffer.from(salt, 'base64').length >= 16

function dataKeyFor(ring: KeyRing, owner: SlotOwner, publicKey: string) {
  const bound = dataKeyBound(ring.directoryId, owner, ring.number)
  const sealed = sealTo(Buffer.from(publicKey, 'base64'), ring.dataKey, bound)
  return { keyNumber: ring.number, dataKey: sealed.toString('base64') }
}

const privateBound = (
  directoryId: string,
  owner: SlotOwner,
  { kdf, mustChange, publicKey }: Pick<Lock, 'kdf' | 'mustChange' | 'publicKey'>,
) => canonicalBytes({ use: 'private key', directoryId, owner, kdf, mustChange, publicKey })

const dataKeyBound = (directoryId: string, owner: SlotOwner, keyNumber: number) =>
  canonicalBytes({ use: 'data key', directoryId, owner, keyNumber })
