export const keys = {
  heading: 'Security',
  opensWith: 'Opens with',
  ways: '{{ways, list}}',
  passwords_one: 'the password of {{names, list}}',
  passwords_other: 'the passwords of {{names, list}}',
  devices: 'a computer that keeps {{names, list}} signed in',
  recoveryKey: 'the recovery key',
  dataKey: 'Data key',
  dataKeyNumber: 'Number {{number}}',
  resealing: 'Number {{number}}; photos and drafts are being sealed with it',
  changeDataKey: 'Change the data key',
  changeHint:
    'For when somebody who could open this directory no longer may. Everybody’s password and the recovery key stay as they are. What is saved from now on, photos and drafts are sealed with the new key.',
  changeLimits:
    'It does not protect what was saved before: a copy of the data folder or a backup that somebody took away still opens with the password of that time.',
  dataKeyChanged: 'Data key changed',
  notice: 'Security notice',
  shutOut_one:
    '{{names, list}} could open this directory and no longer can, but may have kept a copy of what opened it.',
  shutOut_other:
    '{{names, list}} could open this directory and no longer can, but may have kept copies of what opened it.',
  somebody: 'Somebody whose account is gone',
  dismiss: 'Not now',
  ownPassword: 'Your password',
  cancel: 'Cancel',
} as const
