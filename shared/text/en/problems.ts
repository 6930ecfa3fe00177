import { memberProblems } from './member-problems.ts'
import { ruleProblems } from './rule-problems.ts'

/** What is wrong with one value: the limit, what was found, and the way out. One sentence a rule. */
export const problems = {
  required: 'Enter a value. This cannot be left empty.',
  notClearable: 'This cannot be cleared once it is set. Choose another value.',
  readOnly: 'This is set by Roster and cannot be changed.',
  unknownProperty: 'Roster knows no such property.',
  wrongType: 'This is not the kind of value that belongs here.',
  tooLong: 'At most {{limit}} characters; this has {{length}}. Remove {{excess}}.',
  tooShort: 'At least {{limit}} characters; this has {{length}}.',
  tooMany: 'At most {{limit}} values; this has {{count}}. Remove {{excess}}.',
  onlyOne: 'Only one value can be kept here; this has {{count}}.',
  notAChoice: '“{{value}}” is not one of the choices. Choose one from the list.',
  notACountryCode:
    '“{{value}}” is not a country code. Choose a country, or type its two letters, such as US.',
  notALanguage: '“{{value}}” is not a language tag. Write it like en or en-US.',
  notADate: '“{{value}}” is not a date. Write it as year-month-day, such as 2026-03-01.',
  notAnEmail: '“{{value}}” is not an email address. Write it like name@example.com.',
  notANumber:
    '“{{value}}” has “{{character}}” in it. A phone number may hold digits and + ( ) - . / x.',
  notAnAuthenticationPhone:
    '“{{value}}” is not written as +country number, such as +1 5555551234 or +1 5555551234x123.',
  accent: '“{{character}}” has an accent or is outside A to Z. Use plain letters.',
  userNameNoDomain: 'A user name needs one @ between the name and the domain.',
  userNameCharacter:
    "“{{character}}” is not allowed in a user name. Use A to Z, 0 to 9 and ' . - _ ! # ^ ~",
  userNameDotBeforeAt: 'A user name cannot have a full stop right before the @. Remove it.',
  userNameTooLong:
    'At most {{limit}} characters {{where}}; this has {{length}}. Remove {{excess}}.',
  domainInvalid: '“{{domain}}” is not a domain name. Write it like contoso.com.',
  domainHeld: '{{domain}} is a domain of this directory already.',
  domainLast: '{{domain}} is the only domain. Add another first.',
  domainUnknown: '“{{domain}}” is not a domain of this directory. Use {{domains}}.',
  nicknameCharacter: '“{{character}}” is not allowed in a mail nickname.',
  nicknameDot: 'A mail nickname cannot begin with a full stop.',
  proxyPrefix: '“{{value}}” needs a prefix: SMTP: for the primary address, smtp: for the others.',
  proxyCharacter: '“{{character}}” is not allowed in a proxy address.',
  proxyOnePrimary: 'Exactly one address must be primary (SMTP:); this has {{count}}.',
  proxyRepeated: '“{{value}}” is listed twice.',
  proxyNotMail: 'The primary address {{primary}} must be the email {{mail}}.',
  taken: '“{{value}}” belongs to {{owner}}. Choose another.',
  takenByDeleted:
    '“{{value}}” belongs to {{owner}}, a deleted user. Restore or permanently delete that user, or choose another.',
  managerSelf: 'Nobody can be their own manager.',
  managerCycle:
    '{{manager}} reports, directly or through others, to {{user}}. Choose another manager.',
  managerGone: 'That manager is not in the directory. Choose another.',
  notYours: 'Your roles do not let you change this.',
  notYoursOf: 'Your roles do not let you change this for {{name}}, who is {{held}}.',
  notOwn: 'You cannot change this for your own account.',
  noSuchUser: 'Nobody in the directory is this user.',
  changedMeanwhile: 'Changed meanwhile by {{by}}, to {{value}}.',
  passwordTooShort: 'At least {{limit}} characters; this has {{length}}.',
  passwordTooLong: 'At most {{limit}} characters; this has {{length}}.',
  passwordClasses:
    'Use at least three of these four: a small letter, a capital letter, a digit, a symbol.',
  passwordCharacter:
    '“{{character}}” is not allowed in a password. Use plain letters, digits and symbols.',
  passwordHoldsName: '“{{word}}” is part of the display name or the user name. Leave it out.',
  passwordCommon:
    'This is one of the commonest passwords, or one with figures or signs added. Choose another.',
  passwordUnchanged: 'This is the present password. Choose another.',
  resetSelf: 'This is you. Change your password yourself instead.',
  resetReach: 'Holds {{held}}. Ask someone with one of these roles: {{roles}}.',
  resetDeleted: 'Deleted. Restore the user first.',
  notAnObjectId: '“{{value}}” is not an object ID (8-4-4-4-12 hexadecimal digits).',
  repeatedRow: 'Line {{line}} is about the same user. Keep one of the two.',
  rowOfNobody: 'Nothing in the column “{{column}}” tells whom this row is about.',
  rowUnknown: 'Nobody in the directory has “{{value}}” in the column “{{column}}”.',
  rowOfSeveral:
    'Several users have “{{value}}” in the column “{{column}}”. Find them by another column.',
  matchesDeleted: 'This is {{name}}, a deleted user. Restore that user first.',
  nothingToVerify: 'There is no value to verify. Save one first.',
  takenByDeletedGroup:
    '“{{value}}” belongs to {{owner}}, a deleted group. Restore that group, or choose another.',
  ruleOfAssignedGroup: 'Only a dynamic group has a rule. Choose dynamic membership, or clear this.',
  ...memberProblems,
  ...ruleProblems,
} as const
