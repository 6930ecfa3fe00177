/** Why somebody may not do something, where it would be done. */
export const authority = {
  forbidden:
    'Your roles do not include “{{what}}”. Ask someone with one of these roles: {{roles}}.',
  forbiddenOn:
    'Your roles do not include “{{what}}” for {{name}}, who is {{held}}. Ask someone with one of these roles: {{roles}}.',
  withheld: 'Your organisation switched “{{what}}” off on this computer. Ask your IT department.',
  ownAccount: 'You cannot delete or block the account you are signed in with.',
  ownPassword: 'You cannot reset your own password. Change it instead.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator.',
} as const
