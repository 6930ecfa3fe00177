import { useMemo } from 'react'
import type { Profile } from '../../../shared/contract/profile.ts'
import { type PropertyName, propertyNames } from '../../../shared/fields/catalogue.ts'
import { useWhyNot } from '../../api/use-authority.ts'

/** The properties of a user that the signed-in person may not edit, and why. None of a new user. */
export type LockedFields = ReadonlyMap<PropertyName, string>

export function useLockedFields(user: Profile | null): LockedFields {
  const whyNot = useWhyNot()
  return useMemo(() => {
    const locked = new Map<PropertyName, string>()
    if (user === null) return locked
    for (const name of propertyNames) {
      const refusal = whyNot('users.update', { user, properties: [name] })
      if (refusal !== undefined) locked.set(name, refusal)
    }
    return locked
  }, [whyNot, user])
}
