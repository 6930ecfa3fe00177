import type { roles } from '../../shared/directory/roles.ts'

/** The invented company. Its domains can belong to nobody (RFC 2606). */
export const company = {
  name: 'Askerby Instruments',
  domain: 'askerby.example',
  /** Of an optics maker that was bought; its people kept their user names. */
  formerDomain: 'askerby-optics.example',
  boughtOn: '2018-07-02',
} as const

/** Plainly a sample: it is shown to everyone who opens the sample directory. */
export const samplePassword = 'Sample-Directory-1'

/** The sample's administrator, who signs in with `samplePassword`. */
export const administrator = 'solveig.brattland'

/** Who holds a role, by the name of the role. */
export const administrators = {
  [administrator]: 'Global Administrator',
  'imran.wazirani': 'User Administrator',
  'beverley.nettleship': 'Helpdesk Administrator',
  'jagoda.lisowicz': 'Authentication Administrator',
  'dion.castlemaine': 'Password Administrator',
  'miriam.askwith': 'Groups Administrator',
  'gulnaz.sarwari': 'People Administrator',
  'leofric.standeven': 'Global Reader',
  'bethan.gwilliam': 'Directory Readers',
} as const satisfies Readonly<Record<string, (typeof roles)[number]['name']>>
