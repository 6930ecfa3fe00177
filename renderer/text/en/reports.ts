/** Whose manager has gone, and who takes over. */
export const reports = {
  title: 'Reassign direct reports',
  leftBehind_one: '{{count, number}} person still reports to {{name}}.',
  leftBehind_other: '{{count, number}} people still report to {{name}}.',
  leftBehindByMany_one: '{{count, number}} person still reports to users you deleted.',
  leftBehindByMany_other: '{{count, number}} people still report to users you deleted.',
  list: 'Direct reports',
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
  newManager: 'New manager',
  newManagerHint:
    'One of them may take over, and then reports to whoever the former manager reported to.',
  reassign: 'Reassign',
  notNow: 'Not now',
  reassigned_one: '{{count, number}} profile changed: {{name}} takes over',
  reassigned_other: '{{count, number}} profiles changed: {{name}} takes over',
  whoIsDeleted: '{{name}}, who is deleted',
  whoIsBlocked: '{{name}}, who is blocked',
} as const
