import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type Refusal, type RoleHolder, whyNot } from '../../shared/directory/authority.ts'
import type { Permission } from '../../shared/directory/permissions.ts'
import { usePolicies, useWhoAmI } from './queries.ts'

/** Whom something is to be done to, and to which of their properties. */
type About = {
  readonly user?: RoleHolder & { readonly displayName: string }
  readonly properties?: readonly string[]
}

/**
 * Tells in words why the signed-in person may not do something; undefined when they may. The application
 * decides, by the same rule; the page only explains.
 */
export type WhyNot = (permission: Permission, about?: About) => string | undefined

export function useWhyNot(): WhyNot {
  const { t } = useTranslation(['authority', 'permissionNames'])
  const { data: me } = useWhoAmI()
  const { data: policies } = usePolicies()
  return useCallback(
    (permission, { user, properties = [] } = {}) => {
      const actor = { id: me?.userId ?? '', roles: me?.roles ?? [] }
      const refusal = whyNot(actor, permission, { users: user ? [user] : [], properties })
      if (!refusal)
        return policies?.withheld.includes(permission)
          ? t('withheld', { what: t(`permissionNames:${permission}`) })
          : undefined
      if (refusal.reason === 'self') return t(aboutOneself(refusal))
      return t(refusal.reason === 'reach' ? 'forbiddenOn' : 'forbidden', {
        what: t(`permissionNames:${refusal.permission}`),
        name: user?.displayName ?? '',
        held: user?.roles.join(', ') ?? '',
        roles: refusal.roles.join(', '),
      })
    },
    [t, me, policies],
  )
}

function aboutOneself({ permission }: Refusal) {
  if (permission === 'roles.assign') return 'ownRoles'
  return permission === 'users.resetPassword' ? 'ownPassword' : 'ownAccount'
}
