import type { Preferences } from '../../shared/contract/preferences.ts'

/** Some of the values of `T`; what is undefined stays as it is. */
export type Changes<T> = { readonly [Name in keyof T]?: T[Name] | undefined }

/** Keeps how this computer shows Roster. */
export interface PreferencesStore {
  get(): Preferences

  /** Answers the preferences as they now are. Throws `storage` when they could not be written. */
  set(changes: Changes<Preferences>): Preferences
}
