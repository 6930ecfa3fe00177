import type { Permission } from '../../shared/directory/permissions.ts'
import { useWhoAmI } from './queries.ts'

/** Whether the signed-in person may do this. The application decides; the page only explains. */
export const usePermission = (permission: Permission): boolean =>
  useWhoAmI().data?.permissions.includes(permission) ?? false
