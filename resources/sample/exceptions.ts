import type { UserValues } from '../../shared/fields/catalogue.ts'
import { lookUp } from './look-up.ts'
import type { SampleUser } from './sample-user.ts'

/** What sets some people apart from what the chart and the offices say of them. */
export type Exception = {
  readonly what: string
  /** Mail nicknames. */
  readonly who: readonly string[]
  /** Null clears. */
  readonly change: Partial<UserValues>
  /** An address that still receives mail. */
  readonly formerAddress?: string
}

/** Each has its line in README.md. */
export const exceptions: readonly Exception[] = [
  {
    what: 'No manager',
    who: ['gideon.yarborough-klein', 'nele.osterkamp', 'wiratmoko', 'haruto.nawashiro'],
    change: { managerId: null },
  },
  {
    what: 'Has left and is blocked, but people still report here',
    who: ['gareth.penrhys'],
    change: { accountEnabled: false },
  },
  {
    what: 'Has left and is blocked',
    who: ['marcus.delahunt', 'kai-uwe.stueber', 'tyrell.bancroft', 'wieslawa.rdzanek'],
    change: { accountEnabled: false },
  },
  {
    what: 'Begins later and is blocked until then',
    who: ['summer.tinsley'],
    change: { accountEnabled: false, ageGroup: 'NotAdult' },
  },
  {
    what: 'Guest who is blocked',
    who: ['jost.feddersen_almadra.example#EXT#'],
    change: { accountEnabled: false },
  },
  {
    what: 'No usage location',
    who: [
      'nneka.umeadi',
      'noor.jallad',
      'olena.hrytsai',
      'wiebke.dornseifer',
      'zihan.ouyang',
      'yukiko.nishinasaka',
    ],
    change: { usageLocation: null },
  },
  {
    what: 'No department',
    who: ['natalia.swierczek', 'hector.zambrano', 'emre.karacali', 'megan.hollinrake'],
    change: { department: null },
  },
  {
    what: 'Department misspelt: Enginering',
    who: ['aylin.guendogar', 'szymon.kielbowicz'],
    change: { department: 'Enginering' },
  },
  {
    what: 'Department misspelt: Custmer Service',
    who: ['zainab.holmqvist'],
    change: { department: 'Custmer Service' },
  },
  {
    what: 'Department in small letters',
    who: ['mei-lin.tsao'],
    change: { department: 'engineering' },
  },
  { what: 'Department abbreviated', who: ['anhthu.ly'], change: { department: 'IT' } },
  {
    what: 'Country written as USA',
    who: ['priscilla.vandermolen', 'winslow.fairgrieve', 'deshawn.whitlock'],
    change: { country: 'USA' },
  },
  { what: 'Country written as U.S.', who: ['vivienne.thibodeau'], change: { country: 'U.S.' } },
  {
    what: 'Country written as UK',
    who: ['callum.birtwhistle', 'dilys.pomfret'],
    change: { country: 'UK' },
  },
  {
    what: 'Country written as England',
    who: ['stuart.micklethwaite'],
    change: { country: 'England' },
  },
  {
    what: 'Country written as Deutschland',
    who: ['korbinian.achleitner', 'beate.niessen'],
    change: { country: 'Deutschland' },
  },
  { what: 'Country written as Turkey', who: ['tunc.ilgazli'], change: { country: 'Turkey' } },
  { what: 'City misspelt', who: ['wayne.dungworth'], change: { city: 'Sheffeild' } },
  {
    what: 'Mobile telephone without a country code (Britain)',
    who: ['howard.lumbley'],
    change: { mobilePhone: '07700 900417' },
  },
  {
    what: 'Mobile telephone without a country code (United States)',
    who: ['candace.oyelaran'],
    change: { mobilePhone: '(716) 555-0142' },
  },
  {
    what: 'Mobile telephone without a country code (Germany)',
    who: ['henrik.gruenwedel'],
    change: { mobilePhone: '0150/00000417' },
  },
  {
    what: 'No employee ID',
    who: [
      'yusra.elmahdi',
      'cornelius.brueggenthies',
      'sayaka.yunoki',
      'thiago.moutinho',
      'dov.perlstein-katz',
    ],
    change: { employeeId: null },
  },
  {
    what: 'Hire date that only fills a gap',
    who: ['doreen.haxby'],
    change: { employeeHireDate: '1900-01-01' },
  },
  {
    what: 'Job title in capital letters',
    who: ['haneul.o'],
    change: { jobTitle: 'SOFTWARE ENGINEER' },
  },
  {
    what: 'Display name with the family name first',
    who: ['xiomara.villafranca'],
    change: { displayName: 'Villafranca Ruiz, Xiomara' },
  },
  {
    what: 'First and last name changed over',
    who: ['shu-fen.liao'],
    change: { givenName: 'Liao', surname: 'Shu-fen' },
  },
  {
    what: 'Office of before the move',
    who: ['maureen.tattersfield'],
    change: { officeLocation: 'Sheffield (Kiln Street)' },
  },
  {
    what: 'Cost center of the old numbering',
    who: ['radoslaw.jeczmien'],
    change: { costCenter: 'WR/0417' },
  },
  {
    what: 'No mailbox',
    who: ['mieczyslaw.klosek', 'said.ouhaddou', 'doreen.haxby'],
    change: { mail: null, proxyAddresses: [] },
  },
  {
    what: 'Took another name; the former address still receives mail (Wildgoose)',
    who: ['abigail.snaith'],
    change: {},
    formerAddress: 'abigail.wildgoose@askerby.example',
  },
  {
    what: 'Took another name; the former address still receives mail (Mazurkowska)',
    who: ['kinga.borsukiewicz'],
    change: {},
    formerAddress: 'kinga.mazurkowska@askerby.example',
  },
  {
    what: 'Took another name; the former address still receives mail (Pask)',
    who: ['jordan.threlkeld'],
    change: {},
    formerAddress: 'jordan.pask@askerby.example',
  },
  {
    what: 'Took another name and still signs in with the former one (Ehlen)',
    who: ['leonie.pfaffenroth'],
    change: { userPrincipalName: 'leonie.ehlen@askerby.example' },
    formerAddress: 'leonie.ehlen@askerby.example',
  },
  {
    what: 'Under 18, with the consent of a parent',
    who: ['alfie.oldroyd'],
    change: { ageGroup: 'NotAdult', consentProvidedForMinor: 'Granted' },
  },
]

export function withExceptions(users: readonly SampleUser[]): readonly SampleUser[] {
  const changed = new Map(users.map((user) => [user.mailNickname, user]))
  for (const { who, change, formerAddress } of exceptions)
    for (const nickname of who) {
      const user = { ...lookUp(changed, nickname), ...change }
      const former = formerAddress ? [`smtp:${formerAddress}`] : []
      const proxyAddresses = [...(user.proxyAddresses ?? []), ...former]
      changed.set(nickname, { ...user, proxyAddresses })
    }
  return [...changed.values()]
}
