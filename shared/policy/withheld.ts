import { type Permission, permissions } from '../directory/permissions.ts'
import type { PolicyName, PolicyValues } from './policy.ts'

/** What an organisation can switch off on a computer, whatever anybody's role. */
const switchedOffBy: Readonly<Partial<Record<Permission, PolicyName>>> = {
  'directory.import': 'DisableImport',
  'directory.export': 'DisableExport',
}

export function withheldPermissions(values: PolicyValues): readonly Permission[] {
  return permissions.filter((permission) => {
    const policy = switchedOffBy[permission]
    return policy !== undefined && values[policy] === true
  })
}
