export const evidence = {
  heading: 'History',
  check: 'Check the history',
  hint: 'Every entry is chained to the one before it. The check reads them all, and names the first that does not fit. It changes nothing.',
  whole_one: 'The one entry is as it was written.',
  whole_other: 'All {{count, number}} entries are as they were written.',
  code: 'Whoever has as many entries and the same code has the same history:',
  broken:
    'Entry {{number, number}} does not fit the one before it, entry {{last, number}} of {{when}}.',
  brokenAtFirst: 'The first entry of the history does not fit.',
  brokenHint:
    'Somebody or something has changed it since it was written. The directory itself is not affected. Keep the data folder as it is, and compare with a backup.',
  sameBackups_one: 'One backup was made of this very history.',
  sameBackups_other: '{{count, number}} backups were made of this very history.',
  otherBackup_one:
    'The backup of {{when}} was made of another history, with {{count, number}} entry. That is so once an older backup was restored; otherwise the history was replaced.',
  otherBackup_other:
    'The backup of {{when}} was made of another history, with {{count, number}} entries. That is so once an older backup was restored; otherwise the history was replaced.',
} as const
