import { memberProblems } from './member-problems.ts'

/** Every refusal a person can meet: what happened, what is safe, what to do. */
export const failures = {
  invalidInput_one: 'Nothing was saved: one value needs your attention.',
  invalidInput_other: 'Nothing was saved: {{count}} values need your attention.',
  wrongShape: 'Roster did not understand this request, and changed nothing. ({{detail}})',
  unknownRequest: 'Roster knows no request called “{{request}}”. Nothing was changed.',
  bodyTooLarge:
    'This is more than the {{limit}} MB that Roster accepts at once. Nothing was changed.',
  unreadableBody:
    'Roster could not read this request: its body is neither JSON nor a form with bytes. Nothing was changed.',
  unknownAddress: 'Roster has nothing at this address.',
  methodRefused: 'Roster does not answer {{method}} requests at this address. Nothing was changed.',
  tokenMissing:
    'Open Roster with the address it printed when it started: the token is missing or is not the right one.',
  notSignedIn: 'Sign in with an administrator account first.',
  forbidden:
    'Your roles do not include “$t(permissionNames:{{permission}})”. Nothing was changed. Ask someone with one of these roles: {{roles}}.',
  forbiddenOn:
    'Your roles do not include “$t(permissionNames:{{permission}})” for {{name}}, who is {{held}}. Nothing was changed. Ask someone with one of these roles: {{roles}}.',
  withheld:
    'Your organisation switched “$t(permissionNames:{{permission}})” off on this computer. Nothing was changed. Ask your IT department.',
  managed:
    'Your organisation decides “{{setting}}” on this computer. Nothing was changed. Ask your IT department.',
  foreignSender: 'This request did not come from Roster’s own window and was refused.',
  wrongPassword: 'That user name and password do not match. Nothing was opened.',
  wrongCurrentPassword:
    'That is not your present password. Type it again. The password was not changed.',
  passwordNotYours: 'That is not your password. Type it again. Nothing was changed.',
  tooManyTries_one:
    'After several wrong passwords, the next try has to wait {{count}} second. Nothing was opened.',
  tooManyTries_other:
    'After several wrong passwords, the next try has to wait {{count}} seconds. Nothing was opened.',
  mustChange:
    'The password you signed in with was given to you. Choose one of your own first. Nothing was changed.',
  recoveryKeyMistyped:
    'There is a mistake in this recovery key, or a part is missing. Compare it with what you wrote down. Nothing was opened.',
  recoveryKeyWrong:
    'This is not the recovery key of this directory. It may have been replaced since. Nothing was opened.',
  recoveryKeyGone:
    'This is not the recovery key that was made last. Nothing was changed, and the one before still works. Make a new one.',
  recoverWhom:
    'The recovery key gives a new password only to a Global Administrator who can sign in, and {{name}} is none. Nothing was changed. Choose one from the list.',
  recoverySlotDamaged:
    'The entry that the recovery key opens is damaged. Nothing was opened. Sign in with a password, or restore a backup.',
  slotDamaged:
    'The entry that your password opens is damaged, so it cannot be told whether the password is right. Nothing was opened. Use the recovery key, or restore a backup.',
  notAnAdministrator: 'Only an administrator can sign in, and {{name}} holds no role.',
  accountBlocked: 'The account of {{name}} is blocked. Another administrator can enable it.',
  directoryExists: 'This data folder already holds a directory. It was left as it is.',
  noDirectory: 'There is no directory in this data folder yet. Create one first.',
  directoryDamaged:
    'The directory’s files are damaged, and nothing in them can be read. They were left as they are at {{path}}. Restore a backup; the damaged files are kept beside it.',
  directoryPreliminary:
    'The directory was made by a preliminary Roster, before directories were sealed, and this one cannot read it. Nothing was changed; its files are at {{path}}.',
  keysDamaged:
    'The file that tells who can open the directory is damaged or gone, so nothing can be opened. The directory’s own files were left as they are at {{path}}. Restore a backup; it brings that file along.',
  directoryNewer:
    'The directory was written by a newer Roster. Nothing was changed; install that version to open it.',
  directoryUnreadable:
    'The directory’s files at {{path}} cannot be read ({{reason}}). Nothing was changed. Check that the disk is connected and that you may read the folder, then try again.',
  historyDamaged:
    'Earlier changes cannot be read, because a file of the directory at {{path}} is damaged. The users themselves are complete, and nothing was changed. Open the profile anew before you change it, and check this disk.',
  readOnlyHere:
    'Another Roster on this computer has this directory open, so nothing can be saved here. You see it as it was when it was read. Close the other one, then try again.',
  readOnlyElsewhere:
    'A Roster on {{host}} has this directory open, so nothing can be saved here. You see it as it was when it was read. Close the other one, then try again.',
  readOnlyAsked:
    'Roster was started read-only, so nothing can be saved. Close it and start it without --read-only to work in the directory.',
  readOnlyManaged: 'Your organisation lets this computer read the directory and save nothing.',
  readOnlyLost:
    'Another Roster took this directory over while this computer slept or its disk was away, so nothing can be saved here. What was saved before is safe. Close the other one, then try again.',
  readOnlyDenied:
    'Roster may not write to the data folder ({{reason}}), so nothing can be saved. Everything that was saved is safe and can be read. Make the folder or its disk writable, then try again.',
  readOnlyFull:
    'The disk that holds the directory is full, so nothing can be saved. Everything that was saved is safe and can be read. Free some space, then try again.',
  readOnlyFailed:
    'The data folder cannot be written ({{reason}}), so nothing can be saved. Everything that was saved is safe and can be read. Check the disk, then try again.',
  readOnlyDamaged:
    'Some of the directory’s files are damaged, and changes that were saved last are missing here. You see what could be read; nothing can be saved on top of it. The files were left as they are. Restore a backup to go on.',
  userGone: 'This user is no longer in the directory. Nothing was changed.',
  userDeleted: '{{name}} has been deleted. Restore the user first. Nothing was changed.',
  userNotDeleted: '{{name}} is not deleted. Nothing was changed.',
  groupGone: 'This group is no longer in the directory. Nothing was changed.',
  groupDeleted: '{{name}} has been deleted. Restore the group first. Nothing was changed.',
  groupNotDeleted: '{{name}} is not deleted. Nothing was changed.',
  ...memberProblems,
  ownAccount: 'You cannot delete or block the account you are signed in with. Nothing was changed.',
  ownPassword:
    'You cannot reset your own password. Change it instead, or ask another administrator. Nothing was changed.',
  undoPassword:
    'A former password cannot be brought back. Reset the password instead. Nothing was changed.',
  undoPurge: 'Users who were removed for good cannot be brought back. Nothing was changed.',
  purgeLiving:
    '{{name}} is not deleted. Delete users before you remove them for good. Nothing was changed.',
  domainInUse_one:
    '{{domain}} stays a domain of this directory: the user name of {{name}} ends in it. Rename that user, or remove them for good, first. Nothing was changed.',
  domainInUse_other:
    '{{domain}} stays a domain of this directory: {{count}} user names end in it, such as that of {{name}}. Rename these users, or remove them for good, first. Nothing was changed.',
  passwordResetMeanwhile:
    '{{by}} has set the password of {{name}} since you opened this profile. Nothing was changed. Ask {{by}} for it, or reset it once more.',
  passwordNotSet:
    'The password of {{name}} could not be stored ({{reason}}), so the former one still works. Check the disk, then reset it again.',
  passwordsNotSet:
    'The password of {{name}} could not be stored ({{reason}}), and the file was not made. Check the disk, then reset all of these passwords again.',
  ownRoles: 'Nobody changes their own roles. Ask another administrator. Nothing was changed.',
  lastAdministrator:
    '{{name}} is the last Global Administrator who can sign in. Give the role and a password to someone else first. Nothing was changed.',
  roleUnknown: 'Roster knows no such role. Choose one from the list. Nothing was changed.',
  roleHeld: '{{name}} already holds the role {{role}}. Nothing was changed.',
  roleNotHeld: '{{name}} does not hold the role {{role}}. Nothing was changed.',
  conflict_one:
    'Someone changed the same value meanwhile. Choose which one to keep. Nothing was saved yet.',
  conflict_other:
    'Someone changed {{count}} of the same values meanwhile. Choose which to keep. Nothing was saved yet.',
  transactionGone: 'That change is not in the history. Nothing was changed.',
  mergeStale:
    '{{name}} was changed meanwhile. Look at both users again, then merge them. Nothing was changed.',
  undoBeginning: 'The beginning of a directory cannot be taken back. Nothing was changed.',
  undoStoodUpon:
    'This cannot be taken back: a later change to {{name}} stands on it. Take that one back first. Nothing was changed.',
  undoStoodUponBy:
    'This cannot be taken back: {{name}} was changed since, last by {{by}} in entry {{entry}} of the history. Take back first what stands on it. Nothing was changed.',
  undoChangedSince:
    'This cannot be taken back: {{by}} changed “$t(properties:{{property}})” of {{name}} again in entry {{entry}} of the history. Take that back first. Nothing was changed.',
  undoReferred:
    '{{name}} cannot be removed again: {{other}} reports to them. Give that user another manager first. Nothing was changed.',
  undoHoldsRole:
    '{{name}} cannot be removed again: they hold the role {{role}} by now. Remove it first. Nothing was changed.',
  storageFailed:
    'This was not saved: the data folder could not be written ({{reason}}). What was saved before is safe. Check the disk, and save again.',
  storageFull:
    'This was not saved: the disk that holds the directory is full. What was saved before is safe. Free some space, and save again.',
  storageDenied:
    'This was not saved: Roster may not write to the data folder ({{reason}}). What was saved before is safe. Make the folder or its disk writable, and save again.',
  diskAlmostFull:
    'Only {{megabytes}} MB are free on the disk that holds the directory. What was saved is safe; free some space before a save fails.',
  ballastSpent:
    'The disk that holds the directory is full. Your last change was saved in the space that Roster keeps for this case; there is no more of it. Free some space now, before the next save fails.',
  damageRepaired:
    'A file of the directory was damaged, and everything in it was read from its copies instead. Nothing is missing. Check this disk, and keep a backup on another one.',
  backupFailed:
    'The backup in {{path}} was not made: the folder could not be written ({{reason}}). The directory itself is safe. Check the folder, and back up again.',
  backupNoSpace:
    'The backup in {{path}} was not made: it needs {{needed}} MB, and {{free}} MB are free. The directory itself is safe. Free some space, and back up again.',
  backupFolderAway:
    'The backup in {{path}} was not made: the folder is not there, or not the one that was chosen. The directory itself is safe. Connect its disk and back up again, or choose another folder in the settings.',
  backupFolderRelative:
    'A folder for backups needs its whole path, such as D:\\Roster or /media/backup. “{{path}}” is none. Nothing was changed.',
  backupFolderInside:
    '{{path}} is in the data folder and would be lost with it. Choose a folder on another disk. Nothing was changed.',
  backupFolderOccupied:
    '{{path}} already holds other things, such as “{{name}}”. Choose an empty folder or name a new one. Nothing was changed.',
  backupFolderOfOther:
    '{{path}} holds the backups of another directory. Choose another folder. Nothing was changed.',
  backupFolderUnusable:
    '{{path}} cannot be used ({{reason}}). Check that it is a folder you may write to and that its disk is connected. Nothing was changed.',
  nothingToBringBack:
    'There is nothing that could be brought back: no part of the directory is damaged, or somebody put other files in its place. Nothing was changed. Restore a backup instead.',
  bringBackFailed:
    'The changes were not brought back: the new copy of the directory could not be written ({{reason}}). The damaged directory is as it was. Free some space and check the disk, then try again, or restore a backup.',
  backupRunning: 'A backup is being made just now. Try again in a moment. Nothing was changed.',
  backupGone: 'That backup is no longer there. Choose another. Nothing was changed.',
  backupDamaged:
    'That backup is damaged ({{file}}) and was not restored. Choose another. Nothing was changed.',
  backupPreliminary:
    'That backup was made by a preliminary Roster, before directories were sealed, and cannot be restored. Nothing was changed.',
  backupNewer:
    'That backup was made by a newer Roster. Install that version to restore it. Nothing was changed.',
  restoreFailed:
    'The backup was not restored: the data folder could not be written ({{reason}}). The directory is as it was. Check the disk, and try again.',
  folderNotShown:
    'The folder could not be opened here ({{reason}}). Nothing was changed. Open {{path}} in your file manager.',
  dataFolderUnusable:
    'The data folder {{path}} cannot be used ({{reason}}). Check that it is a folder you may write to, or choose another with --data-dir. Nothing was changed.',
  cipherMissing:
    'Nothing was opened or changed, as {{name}}, by which Roster protects a directory, does not work on this computer: install Roster again, or bring the system up to date.',
  portTaken:
    'Port {{port}} cannot be used ({{reason}}). Choose another with --port, or leave it out for any free one.',
  settingsFailed:
    'The setting was not saved: its file could not be written. Everything else is safe. Check the data folder, and try again.',
  photoTooLarge:
    'This picture is {{size}} MB; at most {{limit}} MB. Export it smaller. The photo was not changed.',
  photoTooManyPixels:
    'This picture has {{megapixels}} megapixels; at most {{limit}}. Export it smaller. The photo was not changed.',
  photoUnsupported:
    'The format of this file is {{format}}. Roster takes JPEG, PNG and WebP; export it as JPEG. The photo was not changed.',
  photoNotAPicture:
    'This file is not a picture that Roster can read. Choose a JPEG, PNG or WebP. The photo was not changed.',
  photoDamaged:
    'This picture is damaged or cut short. Choose another copy of it. The photo was not changed.',
  photoEmpty: 'This file is empty. Choose another. The photo was not changed.',
  photoCrop: 'The crop lies outside the picture. Choose it again. The photo was not changed.',
  photoHelper:
    'The picture could not be processed: the photo helper stopped. Try again. The photo was not changed.',
  photoHelperMissing:
    'Photos cannot be changed on this computer, as the photo helper does not work here: install Roster again. Everything else works.',
  photoTimeout:
    'The picture took too long to process and was given up. Export it smaller. The photo was not changed.',
  importNotText:
    'This is not a text file in UTF-8 or UTF-16. Save it as “CSV UTF-8” and choose it again. Nothing was imported.',
  importEmpty: 'This file is empty. Nothing was imported.',
  importHeader:
    'This is not the portal’s “Download users” file: its first line has no column “{{column}}”. Nothing was imported.',
  importRepeatedColumn: 'The column “{{column}}” is there twice. Nothing was imported.',
  importTooLarge: 'This file is larger than {{limit}} MB. Nothing was imported.',
  importTooManyRows: 'This file has more than {{limit}} rows. Nothing was imported.',
  importUnclosedQuote: 'A quote that opens in line {{line}} is never closed. Nothing was changed.',
  importNoSpace:
    'Nothing was imported: it needs {{needed}} MB, and {{free}} MB are free on the disk that holds the directory. Free some space, and import again.',
  importGone: 'This preview is no longer current. Choose the file again. Nothing was imported.',
  importStale:
    'The directory changed since this preview. Choose the file again. Nothing was imported.',
  exportGone:
    'One of these users is no longer in the directory. Choose them again. Nothing was exported.',
  tooManyViews: 'At most {{limit}} views are kept. Delete one first. Nothing was saved.',
  sheetNobody:
    'None of these headings tells whom the rows are about. Copy the column “User name”, “Employee ID”, “Email” or “Object ID” with its heading too. Nothing was changed.',
  sheetNothing:
    'Beside “{{column}}” no heading here is a property. Name columns as the list does, such as “Job title”. Nothing was changed.',
  sheetNoRows: 'Here are only headings. Copy the rows below them too. Nothing was changed.',
  sheetTwice:
    'The columns “{{one}}” and “{{other}}” are the same property. Leave one of them out. Nothing was changed.',
  previewGone: 'This preview is no longer current. Preview again. Nothing was changed.',
  previewStale:
    'The directory changed since this preview. Preview again to see what would change now. Nothing was changed.',
  previewInvalid_one:
    'Nothing was changed: {{count, number}} of the users would become invalid. Change the edits, or apply them to the others.',
  previewInvalid_other:
    'Nothing was changed: {{count, number}} of the users would become invalid. Change the edits, or apply them to the others.',
  sampleMissing:
    'The sample directory is not part of this installation. Create your own directory instead.',
  unreachable:
    'Roster does not answer. What you typed is still here; start Roster again and save then.',
  unexpected:
    'Something went wrong inside Roster. Nothing more was changed; the details are in the log.',
} as const
