import type { Group } from '../../shared/directory/group.ts'
import type { Position } from './chart.ts'
import { administrator } from './company.ts'
import { lookUp } from './look-up.ts'
import { guidFor } from './random.ts'
import type { SampleUser } from './sample-user.ts'

type Told = Pick<Group, 'displayName' | 'mailNickname' | 'kind' | 'description'>

export type SampleGroup = Told &
  Pick<Group, 'id' | 'ownerIds' | 'memberIds'> &
  Partial<Pick<Group, 'membership' | 'membershipRule'>>

type Plan = Told & {
  readonly owners: readonly string[]
  /** What takes people in; without one they are chosen below. */
  readonly rule?: string
  readonly employees?: (position: Position) => boolean
  /** By the name of the company they come from. */
  readonly guests?: (companyName: string) => boolean
  /** Mail nicknames of groups that are members as a whole. */
  readonly groups?: readonly string[]
}

const office = (city: string, mailNickname: string, owner: string): Plan => ({
  displayName: `${city} Office`,
  mailNickname,
  kind: 'security',
  description: `Everyone who works in the ${city} office.`,
  owners: [owner],
  employees: ({ place }) => place.city === city,
})

const plans: readonly Plan[] = [
  {
    displayName: 'All Employees',
    mailNickname: 'all-employees',
    kind: 'security',
    description: 'The offices and the people who work from home.',
    owners: [administrator, 'clementine.abernethy-rowe'],
    groups: [
      'office-sheffield',
      'office-rochester',
      'office-koeln',
      'office-wroclaw',
      'office-nagoya',
      'home-office',
    ],
  },
  office('Sheffield', 'office-sheffield', 'wayne.dungworth'),
  office('Rochester', 'office-rochester', 'gideon.yarborough-klein'),
  office('Köln', 'office-koeln', 'irmtraud.selbmann'),
  office('Wrocław', 'office-wroclaw', 'halina.pietruszewska'),
  office('Nagoya', 'office-nagoya', 'chihiro.higano'),
  {
    displayName: 'Home Office',
    mailNickname: 'home-office',
    kind: 'security',
    description: 'Sales and service people without an office.',
    owners: ['imogen.satterthwaite'],
    employees: ({ place }) => !place.office,
  },
  {
    displayName: 'Remote Access',
    mailNickname: 'remote-access',
    kind: 'security',
    description: 'May connect from outside the offices.',
    owners: ['orson.tannehill', administrator],
    employees: ({ level, department }) =>
      level <= 3 || department.chart === 'information-technology',
    groups: ['home-office'],
  },
  {
    displayName: 'Cleanroom Access',
    mailNickname: 'cleanroom-access',
    kind: 'security',
    description: 'Doors W2 and W3 in Wrocław.',
    owners: ['przemyslaw.dabek-niedzwiecki'],
    employees: ({ title, place }) =>
      place.city === 'Wrocław' && /Optic|Coating|Production|Cleanroom/.test(title),
  },
  {
    displayName: 'Contractors',
    mailNickname: 'contractors',
    kind: 'security',
    description: 'People who are paid by invoice.',
    owners: ['lavinia.hollingshead'],
    employees: ({ employeeType }) => employeeType === 'Contractor',
  },
  {
    displayName: 'Partner Guests',
    mailNickname: 'partner-guests',
    kind: 'security',
    description: 'Everyone from another company.',
    owners: ['imran.wazirani'],
    rule: 'user.userType -eq "Guest"',
  },
  {
    displayName: 'No Usage Location',
    mailNickname: 'no-usage-location',
    kind: 'security',
    description: 'Accounts that cannot be given a licence yet.',
    owners: [administrator],
    rule: 'user.usageLocation -eq null -and user.accountEnabled -eq true',
  },
  {
    displayName: 'Executive Team',
    mailNickname: 'executive-team',
    kind: 'microsoft365',
    description: 'The chief executive and who reports to her.',
    owners: ['bethan.gwilliam'],
    employees: ({ level }) => level <= 1,
  },
  {
    displayName: 'Engineering',
    mailNickname: 'engineering',
    kind: 'microsoft365',
    description: 'News and files of the department.',
    owners: ['ingeborg.asvang', 'piers.ollerenshaw'],
    employees: ({ department }) => department.chart === 'engineering',
  },
  {
    displayName: 'Month-End Close',
    mailNickname: 'month-end-close',
    kind: 'microsoft365',
    description: 'Finance, and the auditors of Hexley Crane.',
    owners: ['howard.lumbley'],
    employees: ({ department }) => department.chart === 'finance',
    guests: (companyName) => companyName === 'Hexley Crane LLP',
  },
  {
    displayName: 'Project Lodestar',
    mailNickname: 'project-lodestar',
    kind: 'microsoft365',
    description: 'The next autocollimator: optics, calibration and the partners in it.',
    owners: ['zbigniew.sliwowski', 'kenichiro.enami'],
    employees: ({ title }) => /Optical|Calibration|Metrolog|Algorithm/.test(title),
    guests: (companyName) => /Pendlecross|Tsukimori|Instytut/.test(companyName),
  },
  {
    displayName: 'Project Larkspur (closed)',
    mailNickname: 'project-larkspur',
    kind: 'microsoft365',
    description: null,
    owners: ['gareth.penrhys'],
  },
]

/** The groups, with the people of the chart and the guests in them. */
export function groupsOf(
  chart: readonly Position[],
  guests: readonly SampleUser[],
): readonly SampleGroup[] {
  const ids = new Map(chart.map(({ userName }) => [userName, guidFor(userName)]))
  return plans.map(({ owners, rule, employees, guests: invited, groups = [], ...plan }) => ({
    id: groupId(plan.mailNickname),
    ...plan,
    ...(rule === undefined ? {} : { membership: 'dynamic' as const, membershipRule: rule }),
    ownerIds: owners.map((owner) => lookUp(ids, owner)).sort(),
    memberIds: [
      ...groups.map(groupId),
      ...chart.filter((each) => employees?.(each)).map(({ userName }) => guidFor(userName)),
      ...guests.filter(({ companyName }) => invited?.(companyName ?? '')).map(({ id }) => id),
    ].sort(),
  }))
}

const groupId = (mailNickname: string) => guidFor('group', mailNickname)
