export const recovery = {
  heading: 'Recovery key',
  what: 'When all passwords are lost, this key is the only way into the directory: it gives a Global Administrator a new one. It is shown only now. Write it down or print it, and keep it where nobody finds it who may not run the directory.',
  copy: 'Copy',
  copied: 'Copied',
  print: 'Print',
  cancel: 'Cancel',
  written: 'I have written it down',
  typeBack: 'Type a part of it',
  typeBackHint: 'So that it is certain to be written down: type these two groups of the key.',
  group: 'Group {{number}}',
  groupWrong: 'This is not what the key has there. Look at what you wrote down.',
  showAgain: 'Show the key again',
  goOn: 'Go on',
  sheetWhat:
    'This key opens the directory when all passwords are lost, and gives a Global Administrator a new one.',
  sheetHow: 'On Roster’s sign-in page choose “Use the recovery key”, and type it.',
  sheetWhere:
    'Whoever has it can read and change everything in the directory. Keep this sheet under lock and key. If it is lost or seen, make a new key under Settings; this one then opens nothing.',
  sheetMade: 'Made on {{when}}',

  use: 'Use the recovery key',
  useHint:
    'The recovery key was shown when the directory was made, or when it was last renewed. With it, a Global Administrator gets a new password.',
  key: 'Recovery key',
  keyHint: 'Nine groups of four. Capital or small letters, with hyphens or without.',
  back: 'Back',
  whomHeading: 'Set a new password',
  whomHint: 'The former password of this account stops working. The history tells of it.',
  account: 'Account',
  nobody:
    'No Global Administrator of this directory can sign in. Restore a backup from a time when one could.',
  setPassword: 'Set password and sign in',
  signedIn: 'The new password is set.',

  renew: 'Make a new recovery key',
  renewHint:
    'It gives a Global Administrator a new password when all are lost. Make a new one when it is lost or was seen; the present one then opens nothing.',
  renewed: 'The new recovery key is in force. The one before opens nothing any more.',
} as const
