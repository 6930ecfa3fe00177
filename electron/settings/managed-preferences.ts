import {
  type ChosenPreferences,
  chosenPreferencesSchema,
  type Preferences,
  preferencesSchema,
} from '../../shared/contract/preferences.ts'
import { AppError } from '../../shared/errors.ts'
import { type PolicyName, policySettings } from '../../shared/policy/policy.ts'
import type { Policies } from './policies.ts'
import type { Changes, PreferencesStore } from './preferences-store.ts'
import type { SettingsFile } from './settings-file.ts'

/** The preferences that an organisation may decide, and by which setting. */
const managing: { readonly [Name in keyof Preferences]?: PolicyName } = {
  theme: 'Theme',
  language: 'Language',
  lockAfterMinutes: 'LockAfterMinutes',
}

/** What the person chose, between what their organisation enforces and what it suggests. */
export class ManagedPreferences implements PreferencesStore {
  readonly #file: Pick<SettingsFile<typeof chosenPreferencesSchema>, 'get' | 'set'>
  readonly #suggested: ChosenPreferences
  readonly #enforced: ChosenPreferences

  constructor(
    file: Pick<SettingsFile<typeof chosenPreferencesSchema>, 'get' | 'set'>,
    { enforced, defaults }: Pick<Policies, 'enforced' | 'defaults'>,
  ) {
    const preferencesIn = (policies: Policies['enforced']) =>
      chosenPreferencesSchema.parse(
        Object.fromEntries(
          Object.entries(managing).flatMap(([name, policy]) =>
            policies[policy] === undefined ? [] : [[name, policies[policy]]],
          ),
        ),
      )
    this.#file = file
    this.#suggested = preferencesIn(defaults)
    this.#enforced = preferencesIn(enforced)
  }

  get(): Preferences {
    return preferencesSchema.parse({ ...this.#suggested, ...this.#file.get(), ...this.#enforced })
  }

  /** Throws `forbidden` for what the organisation decides. */
  set(changes: Changes<Preferences>): Preferences {
    for (const [name, policy] of Object.entries(managing))
      if (name in this.#enforced && changes[name as keyof Preferences] !== undefined)
        throw new AppError('forbidden', 'managed', {
          values: { setting: policySettings[policy].title },
        })
    this.#file.set(changes)
    return this.get()
  }
}
