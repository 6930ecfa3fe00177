import { createHmac, createSecretKey, type Hmac, hkdfSync, randomBytes } from 'node:crypto'
import type { FileHeader } from '../store/format/file-header.ts'
import type { Seal } from '../store/format/seal.ts'
import { decrypt, encrypt, keyLength, nonceLength, unwrap, wrap } from './aead.ts'
import { canonicalBytes } from './canonical.ts'

/** What keys are derived for: no two uses ever share one. */
const purposes = {
  id: 'roster key id v1',
  segment: 'roster journal segment v1',
  checkpoint: 'roster checkpoint v1',
  records: 'roster records v1',
  slots: 'roster key slots v1',
  parked: 'roster parked slot v1',
  retired: 'roster retired key v1',
  photo: 'roster photo v1',
  photoName: 'roster photo name v1',
  desk: 'roster desk v1',
  deskName: 'roster desk name v1',
  audit: 'roster audit v1',
} as const

export type Purpose = keyof typeof purposes

/** A key that new files are sealed with no more. */
type Retired = { readonly key: Buffer; readonly until: number }

/** A retired key as it is kept, sealed under the one that came after. */
export type WrappedRetired = {
  readonly number: number
  /** The last transaction that was sealed with it. */
  readonly until: number
  readonly wrapped: string
}

/**
 * The data key of a directory and those before it. Nothing is encrypted with a data key itself: each use
 * has a key that is derived from it, and each file one of its own.
 */
export class KeyRing {
  readonly directoryId: string
  /** Counts the data keys that this directory has had. */
  readonly number: number
  readonly #current: Buffer
  readonly #retired: ReadonlyMap<number, Retired>

  private constructor(
    directoryId: string,
    number: number,
    current: Buffer,
    retired: ReadonlyMap<number, Retired>,
  ) {
    this.directoryId = directoryId
    this.number = number
    this.#current = current
    this.#retired = retired
  }

  static create(directoryId: string): KeyRing {
    return new KeyRing(directoryId, 1, randomBytes(keyLength), new Map())
  }

  /** The ring around a data key, with those of the retired ones that it opens. */
  static open(
    directoryId: string,
    number: number,
    dataKey: Buffer,
    kept: readonly WrappedRetired[],
  ): KeyRing {
    const retired = new Map<number, Retired>()
    const key = deriveFrom(dataKey, 'retired')
    for (const each of kept) {
      const bound = retiredBound(directoryId, number, each)
      const opened = unwrap(key, Buffer.from(each.wrapped, 'base64'), bound)
      if (opened) retired.set(each.number, { key: opened, until: each.until })
    }
    return new KeyRing(directoryId, number, dataKey, retired)
  }

  /** A ring with a new data key, in which this one's is retired after transaction `until`. */
  next(until: number): KeyRing {
    const retired = new Map([...this.#retired].map(([number, each]) => [number, copyOf(each)]))
    retired.set(this.number, copyOf({ key: this.#current, until }))
    return new KeyRing(this.directoryId, this.number + 1, randomBytes(keyLength), retired)
  }

  /** The data key, to be sealed to those who may have it. */
  get dataKey(): Uint8Array {
    return this.#current
  }

  /** Retired keys as they are kept. */
  get wrappedRetired(): WrappedRetired[] {
    const key = this.derive('retired')
    return [...this.#retired].map(([number, { key: old, until }]) => {
      const bound = retiredBound(this.directoryId, this.number, { number, until })
      return { number, until, wrapped: wrap(key, old, bound).toString('base64') }
    })
  }

  /** The numbers of all keys on the ring, the current one first. */
  get numbers(): readonly number[] {
    return [this.number, ...[...this.#retired.keys()].sort((one, other) => other - one)]
  }

  /** What tells a key from all others. */
  idOf(number = this.number): string {
    return this.derive('id', undefined, number).toString('hex', 0, 8)
  }

  /** A key for one use. Throws for a number that is not on the ring. */
  derive(purpose: Purpose, salt: Uint8Array = new Uint8Array(), number = this.number): Buffer {
    const key = number === this.number ? this.#current : this.#retired.get(number)?.key
    if (!key) throw new Error(`There is no data key ${number}.`)
    return deriveFrom(key, purpose, salt)
  }

  /** The seal of a file; null when no key on the ring is good for it. */
  sealOf({ kind, directoryId, keyNumber, baseSequence, salt }: FileHeader): Seal | null {
    if (directoryId !== this.directoryId) return null
    if (keyNumber !== this.number) {
      const retired = this.#retired.get(keyNumber)
      // Whoever still has a retired key must not be able to add to what was sealed with it.
      if (!retired || baseSequence > retired.until) return null
      if (kind === 'segment' && baseSequence === retired.until) return null
    }
    return sealWith(this.derive(kind, salt, keyNumber))
  }

  /** The authentication code of a small record beside the journal; null when the key is not on the ring. */
  codeOf(content: Uint8Array, number: number): Buffer | null {
    return this.#has(number) ? this.code('records', content, number) : null
  }

  /** Begins macs of the history's chain; null when the key is not on the ring. */
  audit(number: number): (() => Hmac) | null {
    if (!this.#has(number)) return null
    const key = createSecretKey(this.derive('audit', undefined, number))
    return () => createHmac('sha256', key)
  }

  #has(number: number): boolean {
    return number === this.number || this.#retired.has(number)
  }

  /** An authentication code. */
  code(purpose: Purpose, content: Uint8Array, number = this.number): Buffer {
    return createHmac('sha256', this.derive(purpose, undefined, number))
      .update(content)
      .digest()
  }

  /** Overwrites all keys. */
  wipe(): void {
    this.#current.fill(0)
    for (const { key } of this.#retired.values()) key.fill(0)
  }
}

/** A seal whose nonce is a frame's place in its file: a file has a key of its own, and is written once. */
export function sealWith(bytes: Uint8Array): Seal {
  const key = createSecretKey(bytes)
  return {
    close: (content, bound, index) => encrypt(key, nonceOf(index), content, bound),
    open: (body, bound, tag, index) => decrypt(key, nonceOf(index), body, bound, tag),
  }
}

function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(nonceLength)
  nonce.writeBigUInt64LE(BigInt(index))
  return nonce
}

const deriveFrom = (key: Uint8Array, purpose: Purpose, salt: Uint8Array = new Uint8Array()) =>
  Buffer.from(hkdfSync('sha256', key, salt, purposes[purpose], keyLength))

const copyOf = ({ key, until }: Retired): Retired => ({ key: Buffer.from(key), until })

const retiredBound = (
  directoryId: string,
  under: number,
  { number, until }: Pick<WrappedRetired, 'number' | 'until'>,
) => canonicalBytes({ directoryId, under, number, until })
