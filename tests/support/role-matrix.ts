/**
 * Microsoft's two tables, written down by hand: what somebody holds; which roles may reset their password;
 * which may edit what is sensitive of them. The letters are those of `every-request.ts`.
 */
export const matrix = [
  { held: '', reset: 'GUHPAV', edit: 'GUAV' },
  { held: 'Directory Readers', reset: 'GUHPAV', edit: 'GUAV' },
  { held: 'Guest Inviter', reset: 'GUHPAV', edit: 'GUAV' },
  { held: 'Password Administrator', reset: 'GUHPAV', edit: 'GUAV' },
  { held: 'Message Center Reader', reset: 'GUHAV', edit: 'GUAV' },
  { held: 'Reports Reader', reset: 'GUHAV', edit: 'GUAV' },
  { held: 'Usage Summary Reports Reader', reset: 'GUHAV', edit: 'GUAV' },
  { held: 'Helpdesk Administrator', reset: 'GUHV', edit: 'GUV' },
  { held: 'Authentication Administrator', reset: 'GAV', edit: 'GAV' },
  { held: 'Groups Administrator', reset: 'GUV', edit: 'GUV' },
  { held: 'User Administrator', reset: 'GUV', edit: 'GUV' },
  { held: 'Global Administrator', reset: 'GV', edit: 'GV' },
  { held: 'Privileged Authentication Administrator', reset: 'GV', edit: 'GV' },
  { held: 'Privileged Role Administrator', reset: 'GV', edit: 'GV' },
  { held: 'Global Reader', reset: 'GV', edit: 'GV' },
  { held: 'People Administrator', reset: 'GV', edit: 'GV' },
  { held: 'a role of a later Roster', reset: 'GV', edit: 'GV' },
] as const
