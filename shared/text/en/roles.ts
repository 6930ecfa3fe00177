/** What each role is for, by its name. */
export const roleDescriptions = {
  'Global Administrator': 'Manages everything in the directory, and who else may.',
  'Global Reader': 'Sees everything a Global Administrator sees, and changes nothing.',
  'User Administrator': 'Manages users and groups, but not administrators who may do more.',
  'Helpdesk Administrator':
    'Helps people back in: resets passwords of everybody but administrators who may do more.',
  'Password Administrator': 'Resets passwords of people who are no administrators.',
  'Authentication Administrator':
    'Manages how people sign in: contact info for authentication, passwords and blocked accounts.',
  'Privileged Authentication Administrator':
    'Manages how everybody signs in, Global Administrators included.',
  'Privileged Role Administrator': 'Decides who holds which role, and changes nothing else.',
  'Groups Administrator': 'Manages groups and who is in them.',
  'People Administrator': 'Manages the photos of everybody.',
  'Directory Readers': 'Sees users, groups and roles, and changes nothing.',
} as const

/** Whom the permissions reach that do not reach everybody. */
export const roleReach = {
  nobody: 'People who hold no role.',
  some: 'People who hold no role, or none but these: {{roles}}.',
} as const
