import { createHash, createHmac } from 'node:crypto'
import { KeyRing } from '../../electron/keys/key-ring.ts'
import type { Seal } from '../../electron/store/format/seal.ts'
import type { StoreKeys } from '../../electron/store/store-keys.ts'

export const directoryId = '01234567-89ab-4cde-8f01-23456789abcd'

/** The keys of a store, by themselves: a slot file stands beside them in name only. */
export const keysOf = (ring: KeyRing, generation = 1): StoreKeys => ({
  number: ring.number,
  id: ring.idOf(),
  generation,
  slotFile: Buffer.from('{"slots":"stand elsewhere"}'),
  numberOf: (id) => ring.numbers.find((number) => ring.idOf(number) === id) ?? null,
  sealOf: (header) => ring.sealOf(header),
  audit: (number) => ring.audit(number),
  codeOf: (content, number) => ring.codeOf(content, number),
})

/** The same ring in every process. */
export const testRing = (): KeyRing => KeyRing.open(directoryId, 1, Buffer.alloc(32, 'key'), [])

export const testKeys: StoreKeys = keysOf(testRing())

/** Chains frames by hash and leaves their content readable: what sealing is measured against. */
export const plainSeal: Seal = {
  close: (content, bound) => ({ body: content, tag: hashOf(content, bound) }),
  open: (body, bound, tag) => (Buffer.compare(hashOf(body, bound), tag) === 0 ? body : null),
}

export const plainKeys: StoreKeys = {
  ...testKeys,
  number: 0,
  sealOf: () => plainSeal,
  audit: () => () => createHmac('sha256', 'audit'),
  codeOf: (content) => createHash('sha256').update(content).digest(),
}

const hashOf = (content: Uint8Array, bound: Uint8Array) =>
  createHash('sha256').update(bound).update(content).digest().subarray(0, 16)
