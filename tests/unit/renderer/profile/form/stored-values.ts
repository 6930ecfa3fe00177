import type { Values } from '../../../../../renderer/profile/form/edits.ts'
import { emptyValues } from '../../../../../shared/fields/values.ts'

/** What is stored of a person; only what a test is about differs. */
export const ada: Values = {
  ...emptyValues,
  displayName: 'Ada Lovelace',
  givenName: 'Ada',
  surname: 'Lovelace',
  userPrincipalName: 'ada.lovelace@contoso.example',
  mailNickname: 'ada.lovelace',
  mail: 'ada.lovelace@contoso.example',
  proxyAddresses: ['SMTP:ada.lovelace@contoso.example'],
  usageLocation: 'GB',
}

export const storedAda = { ...ada, id: 'ada', revision: 7 }
