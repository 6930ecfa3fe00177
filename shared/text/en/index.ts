import { activityNames } from './activities.ts'
import { failures } from './failures.ts'
import { permissionNames } from './permissions.ts'
import { policyTitles } from './policies.ts'
import { problems } from './problems.ts'
import { choices, properties, sectionNames, spelledOut } from './properties.ts'
import { roleDescriptions, roleReach } from './roles.ts'

/** The sentences and labels that the application and the page share, by i18next namespace. */
export const sharedText = {
  activityNames,
  failures,
  problems,
  properties,
  spelledOut,
  sectionNames,
  choices,
  permissionNames,
  policyTitles,
  roleDescriptions,
  roleReach,
} as const
