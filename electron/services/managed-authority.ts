import type { Permission } from '../../shared/directory/permissions.ts'
import { AppError } from '../../shared/errors.ts'
import type { Authority } from '../ipc/dispatch.ts'

/** What roles allow, less what the organisation switched off on this computer. */
export const managedAuthority = (roles: Authority, withheld: readonly Permission[]): Authority => ({
  get signedIn() {
    return roles.signedIn
  },
  get mustChangePassword() {
    return roles.mustChangePassword
  },
  require(permission, concerns) {
    roles.require(permission, concerns)
    if (withheld.includes(permission))
      throw new AppError('forbidden', 'withheld', { values: { permission } })
  },
})
