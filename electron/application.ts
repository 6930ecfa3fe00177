import type { RosterEvent } from '../shared/contract/events.ts'
import { withheldPermissions } from '../shared/policy/withheld.ts'
import { afterTimeout } from './after.ts'
import { apiOf } from './api.ts'
import { createDispatch, type Dispatch } from './ipc/dispatch.ts'
import { type ApplicationPorts, openServices } from './open-services.ts'
import { photoFailure } from './photos/photo-failure.ts'
import { Sentences } from './sentences.ts'
import { managedAuthority } from './services/managed-authority.ts'
import { inForce, noPolicies } from './settings/policies.ts'

/** Roster without a window: the same under Electron, behind HTTP and in tests. */
export type Application = {
  /** Answers one request by name; never throws. */
  readonly answer: Dispatch
  /** Locks the directory at once. */
  lock(): Promise<void>
  /** Asks the page to lock, and does it a moment later where the page did not. */
  askToLock(): void
  /** A user's photo as JPEG, or null; also null when nobody is signed in. */
  photoOf(userId: string, size: number): Promise<{ bytes: Uint8Array; hash: string } | null>
  /** All files of the directory as an archive; null for whoever may not have them. */
  copyOfStore(): AsyncIterable<Uint8Array> | null
  onEvent(listener: (event: RosterEvent) => void): () => void
  /** Looks whether photos can be changed here, and says in a sentence why not; null when they can. */
  provePhotoHelper(): Promise<string | null>
  close(): Promise<void>
}

/** In milliseconds: how long the page has to keep what is unsaved when it is asked to lock. */
const timeToKeep = 1_000

/** Builds the services on a data folder and begins to read the directory in it. */
export async function openApplication(ports: ApplicationPorts): Promise<Application> {
  const { log, preferences, policies = noPolicies, after = afterTimeout } = ports
  for (const { name, place } of policies.ignored)
    log.error(
      `the policy ${name} in ${place} is no setting of this version, or has a value that it does not take`,
    )
  const listeners = new Set<(event: RosterEvent) => void>()
  const announce = (event: RosterEvent) => {
    for (const listener of listeners) listener(event)
  }
  const sentences = new Sentences(preferences.get().language)
  const services = await openServices(ports, announce, sentences)
  const { session, workspace, backups, photos, attempts } = services

  // Not awaited: the window shows while the directory is being read, and what needs it waits.
  const read = Promise.all([
    attempts.start(),
    workspace.load().then(async () => {
      await session
        .resume()
        .catch((cause: unknown) => log.error('nobody was kept signed in', cause))
      backups.start()
    }),
  ])

  const dispatch = createDispatch(
    apiOf(services, ports),
    managedAuthority(session, withheldPermissions(inForce(policies))),
    () => workspace.readyToLookUp(),
    sentences,
    log,
  )
  return {
    answer: async (request, input) => {
      if (request !== 'getPreferences') await read.then(() => workspace.settled)
      return dispatch(request, input)
    },
    photoOf: async (userId, size) =>
      session.signedIn && !session.mustChangePassword ? photos.read(userId, size) : null,
    lock: async () => void (await session.lock()),
    askToLock: () => {
      if (!session.signedIn) return
      announce({ type: 'lock-asked' })
      after(timeToKeep, () => void session.lock())
    },
    copyOfStore: services.copyOfStore,
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    provePhotoHelper: async () =>
      (await services.processor.prove()) === 'works'
        ? null
        : sentences.failure(photoFailure('photoHelperMissing')).message,
    close: async () => {
      await read
      services.idle.watch(false)
      attempts.close()
      await Promise.all([services.reseals.pause(), backups.close()])
      await services.ballasts.close()
      await services.purges.close()
      await workspace.close()
      await services.processor.close()
    },
  }
}
