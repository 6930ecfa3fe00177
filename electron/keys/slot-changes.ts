import type { Directory } from '../../shared/directory/directory.ts'
import { organizationOf } from '../../shared/directory/directory.ts'
import type { KeyRing } from './key-ring.ts'
import {
  type AdministratorSlot,
  ownerOf,
  parkLock,
  renewLock,
  type Slot,
  unparkLock,
} from './key-slot.ts'
import type { SlotFile } from './slot-file.ts'

/** How a slot has to stand by what the directory says of its user; null when there must be none. */
export type Standing = Pick<AdministratorSlot, 'displayName' | 'userPrincipalName' | 'state'>

/** What the directory says of each user who holds a role. */
export function standingsIn({ tables }: Directory): ReadonlyMap<string, Standing> {
  const standings = new Map<string, Standing>()
  for (const { userId } of tables.roleAssignment.values()) {
    const user = tables.user.get(userId)
    if (!user) continue
    const { displayName, userPrincipalName, deletedDateTime, accountEnabled } = user
    const deleted = deletedDateTime !== null
    standings.set(
      userId,
      deleted
        ? { displayName: '', userPrincipalName: '', state: 'deleted' }
        : { displayName, userPrincipalName, state: accountEnabled ? 'enabled' : 'blocked' },
    )
  }
  return standings
}

/**
 * The slot file as the directory has it: no slot for who holds no role, none that opens for who is blocked
 * or deleted, and everybody's present name. Who may sign in again does so with the same password.
 */
export function inStepWith(file: SlotFile, directory: Directory, ring: KeyRing): SlotFile {
  const standings = standingsIn(directory)
  const slots = file.slots.flatMap((slot): Slot[] => {
    if (slot.type === 'recovery') return [slot]
    const standing = standings.get(slot.userId)
    if (slot.type === 'device') return standing?.state === 'enabled' ? [slot] : []
    return standing ? [standingAs(standing, slot, ring)] : []
  })
  return {
    ...file,
    name: organizationOf(directory).displayName,
    slots,
    shutOut: shutOutBy(file, slots),
  }
}

/** Who could open the present data key and no longer can: they may have kept a copy of what opened it. */
function shutOutBy(file: SlotFile, slots: readonly Slot[]): string[] {
  const now = openersOf(slots)
  return [...new Set([...file.shutOut, ...openersOf(file.slots)])].filter((id) => !now.has(id))
}

const openersOf = (slots: readonly Slot[]): ReadonlySet<string> =>
  new Set(
    slots.flatMap((slot) => (slot.type === 'administrator' && slot.lock ? [slot.userId] : [])),
  )

function standingAs(standing: Standing, slot: AdministratorSlot, ring: KeyRing): AdministratorSlot {
  const owner = ownerOf(slot)
  if (standing.state === 'enabled') {
    const unparked = slot.parked === null ? null : unparkLock(ring, owner, slot.parked)
    return { ...slot, ...standing, lock: slot.lock ?? unparked, parked: null }
  }
  const parked = slot.lock ? parkLock(ring, owner, slot.lock) : slot.parked
  return { ...slot, ...standing, lock: null, parked }
}

/** The slot file for a new data key: every slot opens with the same password as before. */
export function rekeyed(file: SlotFile, before: KeyRing, after: KeyRing): SlotFile {
  const slots = file.slots.map((slot): Slot => {
    const owner = ownerOf(slot)
    if (slot.type !== 'administrator') return { ...slot, lock: renewLock(after, owner, slot.lock) }
    const lock = slot.lock && renewLock(after, owner, slot.lock)
    const unparked = slot.parked === null ? null : unparkLock(before, owner, slot.parked)
    const parked = unparked && parkLock(after, owner, renewLock(after, owner, unparked))
    return { ...slot, lock, parked }
  })
  return { ...file, keyNumber: after.number, retired: after.wrappedRetired, shutOut: [], slots }
}
