import { dateOf, dayNumber, directorySince, today } from './calendar.ts'
import type { Position } from './chart.ts'
import { company } from './company.ts'
import { fullName } from './full-name.ts'
import type { Telephones } from './hand-out-telephones.ts'
import type { Employment } from './hiring.ts'
import { guidFor, type Random, randomFor } from './random.ts'
import type { SampleUser } from './sample-user.ts'

/** An employee's account. */
export function memberOf(
  position: Position,
  { hiredOn, employeeId }: Employment,
  { business, mobile }: Telephones,
): SampleUser {
  const { userName, givenName, surname, place, title, department, employeeType } = position
  const { office } = place
  const random = randomFor('member', userName)
  const mail = `${userName}@${company.domain}`
  const former = `${userName}@${company.formerDomain}`
  const bought = city(position) === 'Wrocław' && hiredOn < company.boughtOn
  return {
    id: guidFor(userName),
    createdDateTime: createdAt(hiredOn, bought, random),
    displayName: fullName(givenName, surname, place.countryCode),
    givenName,
    surname,
    userPrincipalName: bought ? former : mail,
    mailNickname: userName,
    userType: 'Member',
    preferredLanguage: random.chance(0.85) ? place.language : null,
    jobTitle: title,
    companyName: place.employedBy,
    department: department.name,
    employeeId,
    employeeType,
    employeeHireDate: hiredOn,
    officeLocation: office?.location ?? 'Home office',
    division: divisionOf(position),
    costCenter: `${department.costCenter}-${office?.code ?? 'FLD'}`,
    managerId: position.manager ? guidFor(position.manager) : null,
    accountEnabled: true,
    usageLocation: place.countryCode,
    streetAddress: office?.streetAddress ?? null,
    city: place.city,
    state: place.state ?? null,
    postalCode: office?.postalCode ?? null,
    country: place.country,
    businessPhones: business ? [business] : [],
    mobilePhone: mobile ?? null,
    faxNumber: business && faxes.has(department.chart) ? (office?.fax ?? null) : null,
    mail,
    otherMails: random.chance(0.12) ? [privateMail(userName)] : [],
    proxyAddresses: [`SMTP:${mail}`, ...(bought ? [`smtp:${former}`] : [])],
  }
}

export const privateMail = (userName: string) => `${userName}@mailbox.example`

const faxes = new Set(['finance', 'legal', 'sales', 'operations'])

const city = ({ place }: Position) => place.city

function divisionOf(position: Position): string {
  const { division } = position.department
  return division === 'Measurement' && city(position) === 'Wrocław' ? 'Optics' : division
}

/** Accounts are made shortly before the first day, but none before the directory itself was. */
function createdAt(hiredOn: string, bought: boolean, random: Random): string {
  const day = Math.min(dayNumber(hiredOn), dayNumber(today)) - random.between(2, 12)
  const first = dayNumber(bought ? company.boughtOn : directorySince)
  const time = [random.between(7, 16), random.between(0, 59), random.between(0, 59)]
  const clock = time.map((part) => String(part).padStart(2, '0')).join(':')
  return `${dateOf(Math.max(day, first))}T${clock}Z`
}
