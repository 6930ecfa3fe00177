import { timingSafeEqual } from 'node:crypto'
import { z } from '../../shared/zod.ts'
import { canonicalBytes } from './canonical.ts'
import type { KeyRing } from './key-ring.ts'
import { type Slot, slotIn, storedSlot } from './key-slot.ts'

/** What this version writes, and the newest that it understands. */
const format = 1

const factsSchema = z.strictObject({
  directoryId: z.string(),
  /** The organisation's name, for the sign-in page. */
  name: z.string(),
  /** Goes up by one each time the file is written. */
  generation: z.int(),
  /** The number of the data key that the slots give. */
  keyNumber: z.int(),
  /** The data key that all photos and desks are sealed with by now; the present one when that is done. */
  resealed: z.int(),
  /** The ids of users whose password opened the present data key and does no more. */
  shutOut: z.array(z.string()),
  retired: z.array(z.strictObject({ number: z.int(), until: z.int(), wrapped: z.base64() })),
})

const fileSchema = factsSchema.extend({
  format: z.literal(format),
  slots: z.array(z.unknown()),
  mac: z.base64(),
})

/** What stands in a slot file, however it is written. */
export type SlotFile = z.output<typeof factsSchema> & { readonly slots: readonly Slot[] }

/** A slot file as it was read, before anybody has proved that it is genuine. */
export type ReadSlotFile = {
  readonly file: SlotFile
  /** Whose slots are not as they were written, as far as their names can be read. */
  readonly damaged: readonly string[]
  readonly bytes: Uint8Array
}

export function encodeSlotFile(file: SlotFile, ring: KeyRing): Buffer {
  const content = { format, ...file, slots: file.slots.map(storedSlot) }
  const mac = ring.code('slots', canonicalBytes(content)).toString('base64')
  return Buffer.from(`${JSON.stringify({ ...content, mac }, null, 1)}\n`, 'utf8')
}

/** Reads a slot file without a key. */
export function readSlotFile(bytes: Uint8Array): ReadSlotFile | 'newer' | 'damaged' {
  const content = jsonIn(bytes)
  if (z.object({ format: z.int().min(format + 1) }).safeParse(content).success) return 'newer'
  const read = fileSchema.safeParse(content)
  if (!read.success) return 'damaged'
  const { format: _, mac: __, slots: found, ...facts } = read.data
  const slots: Slot[] = []
  const damaged: string[] = []
  for (const each of found) {
    const slot = slotIn(each)
    if (slot) slots.push(slot)
    else damaged.push(named.safeParse(each).data?.userPrincipalName ?? '')
  }
  return { file: { ...facts, slots }, damaged, bytes }
}

const named = z.object({ userPrincipalName: z.string() })

/** Whether a slot file is, in every part, what somebody with the data key wrote. */
export function isGenuine({ bytes }: ReadSlotFile, ring: KeyRing): boolean {
  const read = fileSchema.safeParse(jsonIn(bytes))
  if (!read.success || read.data.keyNumber !== ring.number) return false
  const { mac, ...content } = read.data
  // Compared as text: several texts stand for the same bytes, and one of them was written.
  const found = Buffer.from(mac)
  const expected = Buffer.from(ring.code('slots', canonicalBytes(content)).toString('base64'))
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    return null
  }
}
