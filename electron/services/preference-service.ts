import type { Input } from '../../shared/contract/contract.ts'
import type { Preferences } from '../../shared/contract/preferences.ts'
import { AppError } from '../../shared/errors.ts'
import type { PreferencesStore } from '../settings/preferences-store.ts'
import type { IdleLock } from './idle-lock.ts'
import type { SessionService } from './session-service.ts'

/** How this computer shows Roster, and how long it stays open. */
export class PreferenceService {
  readonly #preferences: PreferencesStore
  readonly #session: SessionService
  readonly #idle: IdleLock

  constructor(preferences: PreferencesStore, session: SessionService, idle: IdleLock) {
    this.#preferences = preferences
    this.#session = session
    this.#idle = idle
  }

  get(): Preferences {
    return this.#preferences.get()
  }

  /** Anybody may choose how Roster looks; when it locks, only who is signed in. */
  set(changes: Input<'setPreferences'>): Preferences {
    if (changes.lockAfterMinutes !== undefined && !this.#session.signedIn)
      throw new AppError('locked', 'notSignedIn')
    const preferences = this.#preferences.set(changes)
    this.#idle.touch()
    return preferences
  }
}
