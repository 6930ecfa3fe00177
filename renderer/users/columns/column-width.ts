import { type Listed, listed } from '../../../shared/contract/query.ts'
import { type ColumnWidths, tidyWidth } from '../../ui/grid/grid-column.ts'

const usual = 160

const widths: Widths = {
  displayName: 248,
  userPrincipalName: 248,
  mail: 240,
  otherMails: 240,
  proxyAddresses: 280,
  streetAddress: 240,
  jobTitle: 188,
  authenticationEmail: 260,
  authenticationPhoneNumber: 220,
  authenticationAlternativePhoneNumber: 220,
  managerId: 180,
  companyName: 180,
  department: 164,
  officeLocation: 124,
  city: 124,
  mobilePhone: 136,
  preferredLanguage: 144,
  userType: 104,
  ageGroup: 112,
  employeeId: 120,
  employeeType: 136,
  postalCode: 120,
  accountEnabled: 128,
  createdDateTime: 184,
  lastModifiedDateTime: 184,
  deletedDateTime: 260,
  lastPasswordChangeDateTime: 196,
}

/** How wide a column is until somebody drags it. */
export const usualWidth = (column: Listed): number => widths[column] ?? usual

export type Widths = ColumnWidths<Listed>

/** Whole pixels within the bounds, of columns that exist. */
export function tidyWidths(dragged: Readonly<Record<string, number | undefined>>): Widths {
  const tidy: Partial<Record<Listed, number>> = {}
  for (const column of listed) {
    const width = dragged[column]
    if (width !== undefined) tidy[column] = tidyWidth(width)
  }
  return tidy
}
