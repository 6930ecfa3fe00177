import type { Hmac } from 'node:crypto'
import type { FileHeader } from './format/file-header.ts'
import type { Seal } from './format/seal.ts'

/** What the store's files are sealed with. */
export interface StoreKeys {
  /** The number of the key that new files are sealed with. */
  readonly number: number

  /** Tells this key from all others, and nothing else about it. */
  readonly id: string

  /** Goes up by one each time the slot file is written. */
  readonly generation: number

  /** The slot file, to be kept with a backup. */
  readonly slotFile: Uint8Array

  /** The number of the key of this id; null when it is not at hand. */
  numberOf(id: string): number | null

  /** The seal of a file; null when no key of the directory is good for it. */
  sealOf(header: FileHeader): Seal | null

  /** Begins what chains entries of the history by the key of this number; null when there is no such key. */
  audit(number: number): (() => Hmac) | null

  /** The authentication code of a small record by the key of this number; null when there is no such key. */
  codeOf(content: Uint8Array, number: number): Uint8Array | null
}
