import type { Input } from '../../shared/contract/contract.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import type { User } from '../../shared/directory/user.ts'
import type { PhotoProcessor } from '../photos/photo-processor.ts'
import { type PhotoStore, photoSizes } from '../photos/photo-store.ts'
import { refuseConflicts } from './merge-edit.ts'
import { livingUserIn, profileOf } from './profile.ts'
import type { SessionService } from './session-service.ts'
import { difference } from './user-changes.ts'
import type { Workspace } from './workspace.ts'

/** Puts photos on users and takes them off. */
export class PhotoService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #processor: PhotoProcessor
  readonly #photos: PhotoStore

  constructor(
    workspace: Workspace,
    session: SessionService,
    processor: PhotoProcessor,
    photos: PhotoStore,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#processor = processor
    this.#photos = photos
  }

  async set({ id, revision, image, crop }: Input<'setPhoto'>): Promise<Profile> {
    this.#workspace.refuseReadOnly()
    livingUserIn(this.#workspace.directory, id)
    const processed = await this.#processor.process(image, crop)
    const photo = await this.#photos.put(processed)
    return this.#save(id, revision, photo)
  }

  async remove({ id, revision }: Input<'removePhoto'>): Promise<Profile> {
    return this.#save(id, revision, null)
  }

  /** The smallest stored picture that is at least `size` pixels wide. Null when there is none. */
  async read(userId: string, size: number): Promise<{ bytes: Uint8Array; hash: string } | null> {
    const hash = this.#workspace.directory.tables.user.get(userId)?.photo
    if (!hash) return null
    const [largest] = photoSizes
    const stored = photoSizes.findLast((each) => each >= size) ?? largest
    const bytes = await this.#photos.read(hash, stored)
    return bytes && { bytes, hash }
  }

  async #save(id: string, revision: number, photo: User['photo']): Promise<Profile> {
    const { store, lookup } = this.#workspace.current
    await store.transact(this.#session.actor, async (directory) => {
      const user = livingUserIn(directory, id)
      await refuseConflicts(store, user, revision, { photo })
      const change = difference(user, { ...user, photo })
      return { activity: 'changePhoto', changes: change ? [change] : [] }
    })
    const { directory } = store
    return profileOf(livingUserIn(directory, id), directory, lookup)
  }
}
