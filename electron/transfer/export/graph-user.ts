import type { User } from '../../../shared/directory/user.ts'
import { legalAgeGroupOf } from '../../../shared/fields/legal-age-group.ts'
import type { UserOfId, UserWriter } from './user-writer.ts'

const context = 'https://graph.microsoft.com/v1.0/$metadata#users'

/** A list of users as Microsoft Graph answers it, one user a line. */
export const graphWriter = (userOf: UserOfId): UserWriter => ({
  extension: 'json',
  type: 'application/json',
  head: `{"@odata.context":"${context}","value":[\n`,
  user: (user, place) => `${place > 0 ? ',\n' : ''}${JSON.stringify(graphUserOf(user, userOf))}`,
  tail: '\n]}\n',
})

/** A user in the shape of Graph's `user` resource, with the manager and the authentication contacts. */
export function graphUserOf(user: User, userOf: UserOfId): Readonly<Record<string, unknown>> {
  const {
    revision: _revision,
    photo: _photo,
    verifications: _verifications,
    forceChangePasswordNextSignIn: _mustChange,
    managerId,
    division,
    costCenter,
    employeeHireDate,
    authenticationPhoneNumber,
    authenticationAlternativePhoneNumber,
    authenticationEmail,
    ...same
  } = user
  const manager = userOf(managerId ?? '')
  return {
    ...same,
    employeeHireDate: employeeHireDate === null ? null : `${employeeHireDate}T00:00:00Z`,
    employeeOrgData: division === null && costCenter === null ? null : { division, costCenter },
    legalAgeGroupClassification: legalAgeGroupOf(user),
    manager: manager
      ? {
          '@odata.type': '#microsoft.graph.user',
          id: manager.id,
          displayName: manager.displayName,
          userPrincipalName: manager.userPrincipalName,
        }
      : null,
    authentication: {
      phoneMethods: [
        ...phoneMethod('mobile', authenticationPhoneNumber),
        ...phoneMethod('alternateMobile', authenticationAlternativePhoneNumber),
      ],
      emailMethods: authenticationEmail === null ? [] : [{ emailAddress: authenticationEmail }],
    },
  }
}

const phoneMethod = (phoneType: string, phoneNumber: string | null) =>
  phoneNumber === null ? [] : [{ phoneType, phoneNumber }]
