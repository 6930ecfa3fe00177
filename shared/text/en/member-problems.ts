/** Why somebody cannot be in a group, or own it. A refusal by itself, and what is wrong in a form. */
export const memberProblems = {
  memberDynamic:
    'Who is in {{group}} follows from its rule, so nobody is added or removed by hand. Change the rule, or choose assigned membership. Nothing was changed.',
  memberGone: 'One of them is no longer in the directory. Choose again. Nothing was changed.',
  memberDeleted:
    '{{member}} has been deleted and cannot be added to {{group}}. Restore {{member}} first. Nothing was changed.',
  memberNotAUser:
    '{{member}} is a group, and a Microsoft 365 group such as {{group}} has only people in it. Add the people themselves. Nothing was changed.',
  memberSelf: '{{group}} cannot be a member of itself. Choose another group. Nothing was changed.',
  memberCycle:
    '{{group}} is itself in {{member}}, directly or through other groups. Choose another group, or take it out there first. Nothing was changed.',
  ownerNotAUser: '{{owner}} is a group, and only people can be owners. Nothing was changed.',
  ownerDeleted:
    '{{owner}} has been deleted and cannot own {{group}}. Restore {{owner}} first. Nothing was changed.',
  ownersTooMany:
    'A group has at most {{limit}} owners, and {{group}} would have {{count}}. Nothing was changed.',
} as const
