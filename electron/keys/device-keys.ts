import { randomBytes, randomUUID } from 'node:crypto'
import { z } from '../../shared/zod.ts'
import type { Log } from '../log.ts'
import { writeDurably } from '../store/durable-file.ts'
import type { StoreFs } from '../store/store-fs.ts'
import { keyLength } from './aead.ts'
import type { DirectoryKeys } from './directory-keys.ts'
import type { Unlocked } from './found-slots.ts'
import { makeLock, proveOpens, type Slot } from './key-slot.ts'
import type { Secrets } from './secrets.ts'

type DeviceSlot = Extract<Slot, { type: 'device' }>

const schema = z.strictObject({
  format: z.literal(1),
  slotId: z.string(),
  /** How the system kept the secret: where that changed, the secret is lost. */
  backend: z.string(),
  secret: z.base64(),
  /** Whether it opens the directory; not while somebody has locked it and not come back. */
  armed: z.boolean(),
})

type Kept = z.output<typeof schema>

export type DevicePlace = {
  readonly fs: StoreFs
  /** The file of what the system sealed. */
  readonly path: string
  /** Undefined where the host has no such thing, or may not use it. */
  readonly secrets: Secrets | undefined
  readonly log: Log
}

/**
 * The slot of somebody who stays signed in on this computer. Its key is random and kept by the system. Losing
 * it costs typing the password, and no more.
 */
export class DeviceKeys {
  readonly #keys: DirectoryKeys
  readonly #place: DevicePlace

  constructor(keys: DirectoryKeys, place: DevicePlace) {
    this.#keys = keys
    this.#place = place
  }

  /** Whether this computer keeps somebody signed in, or could. */
  async state(): Promise<'unavailable' | 'off' | 'on'> {
    const backend = await this.#backend()
    if (backend === null) return 'unavailable'
    return (await this.#read())?.backend === backend ? 'on' : 'off'
  }

  /** From now on this computer opens the directory for this user. Signing in does not depend on it. */
  async keep(userId: string): Promise<void> {
    const { secrets } = this.#place
    const backend = await this.#backend()
    if (!secrets || backend === null || (await this.arm(userId))) return
    const former = (await this.#read())?.slotId
    const key = randomBytes(keyLength)
    const owner = { type: 'device', id: randomUUID(), userId } as const
    try {
      const secret = Buffer.from(await secrets.seal(key.toString('base64'))).toString('base64')
      await this.#keys.update(
        (file, ring) => {
          const lock = makeLock(ring, owner, key, { kdf: null, mustChange: false })
          const others = file.slots.filter(({ id }) => id !== former)
          return { ...file, slots: [...others, { ...owner, lock }] }
        },
        (slots) => proveOpens(slots, owner, this.#keys.ring, key),
      )
      await this.#write({ format: 1, slotId: owner.id, backend, secret, armed: true })
    } catch (cause) {
      this.#place.log.error('the system does not keep anybody signed in', cause)
    } finally {
      key.fill(0)
    }
  }

  /** It does no longer. The slot goes as soon as the directory is open. */
  async forget(): Promise<void> {
    const kept = await this.#read()
    if (!kept) return
    const { fs, path, log } = this.#place
    try {
      await fs.unlink(path)
      if (this.#keys.held)
        await this.#keys.update((file) => ({
          ...file,
          slots: file.slots.filter(({ id }) => id !== kept.slotId),
        }))
    } catch (cause) {
      log.error('what keeps somebody signed in on this computer could not be removed', cause)
    }
  }

  /** Lets it open the directory again for whom it already did. Answers whether it is theirs. */
  async arm(userId: string): Promise<boolean> {
    const kept = await this.#read()
    if (!kept || kept.backend !== (await this.#backend())) return false
    const isTheirs = this.#keys.file.slots.some(
      (slot) => isDevice(kept.slotId)(slot) && slot.userId === userId,
    )
    if (isTheirs && !kept.armed) await this.#write({ ...kept, armed: true })
    return isTheirs
  }

  /** It does not open the directory until somebody has signed in. */
  async disarm(): Promise<void> {
    const kept = await this.#read()
    if (kept?.armed) await this.#write({ ...kept, armed: false })
  }

  /** Opens the directory with what the system keeps; null for any reason: then a password is asked for. */
  async unlock(): Promise<{ readonly userId: string; readonly unlocked: Unlocked } | null> {
    const kept = await this.#read()
    if (!kept?.armed) return null
    try {
      return await this.#open(kept)
    } catch (cause) {
      this.#place.log.error('what the system keeps for this computer could not be read', cause)
      return null
    }
  }

  async #open(kept: Kept) {
    const { secrets } = this.#place
    if (!secrets || (await this.#backend()) !== kept.backend) return null
    const { secret, stale } = await secrets.open(Buffer.from(kept.secret, 'base64'))
    const key = Buffer.from(secret, 'base64')
    const slots = await this.#keys.look()
    const found = slots?.find(isDevice(kept.slotId), () => false)
    const unlocked = slots && found && found !== 'damaged' ? slots.open(found, key) : null
    key.fill(0)
    if (!found || found === 'damaged' || !unlocked || typeof unlocked === 'string') return null
    if (stale) {
      const renewed = Buffer.from(await secrets.seal(secret)).toString('base64')
      await this.#write({ ...kept, secret: renewed })
    }
    return { userId: found.slot.userId, unlocked }
  }

  async #backend(): Promise<string | null> {
    const { secrets, log } = this.#place
    if (!secrets) return null
    return secrets.backend().catch((cause: unknown) => {
      log.error('the system does not say whether it keeps secrets', cause)
      return null
    })
  }

  async #read(): Promise<Kept | null> {
    const bytes = await this.#place.fs.readFile(this.#place.path).catch(() => null)
    if (!bytes) return null
    try {
      return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
    } catch {
      return null
    }
  }

  async #write(kept: Kept): Promise<void> {
    const { fs, path, log } = this.#place
    await writeDurably(path, Buffer.from(`${JSON.stringify(kept)}\n`), fs).catch((cause: unknown) =>
      log.error('the secret of this computer could not be kept', cause),
    )
  }
}

const isDevice =
  (id: string) =>
  (slot: Slot): slot is DeviceSlot =>
    slot.type === 'device' && slot.id === id
