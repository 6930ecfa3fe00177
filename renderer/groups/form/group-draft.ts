import type { GroupDetails } from '../../../shared/contract/group.ts'
import type { GroupProperty, GroupValues } from '../../../shared/directory/group-values.ts'

/** What the fields of a group hold: texts as they were typed. */
export type GroupDraft = Pick<
  GroupValues,
  'displayName' | 'mailNickname' | 'kind' | 'membership'
> & {
  readonly description: string
  readonly membershipRule: string
}

export type GroupEdits = Partial<GroupDraft>

/** What was refused of a field, as a sentence. */
export type GroupFaults = Readonly<Partial<Record<string, string>>>

export const blankDraft: GroupDraft = {
  displayName: '',
  description: '',
  mailNickname: '',
  kind: 'security',
  membership: 'assigned',
  membershipRule: '',
}

export const draftOf = (group: GroupDetails): GroupDraft => ({
  displayName: group.displayName,
  description: group.description ?? '',
  mailNickname: group.mailNickname,
  kind: group.kind,
  membership: group.membership,
  membershipRule: group.membershipRule ?? '',
})

/** What an edit changes. Only a dynamic group has a rule to change. */
export function changesOf(stored: GroupDraft, edits: GroupEdits): GroupEdits {
  const draft = { ...stored, ...edits }
  return Object.fromEntries(
    Object.entries(edits).filter(
      ([name, value]) =>
        value !== stored[name as GroupProperty] &&
        (name !== 'membershipRule' || draft.membership === 'dynamic'),
    ),
  )
}

/** What a new group is made of. A nickname that was left empty follows from the name. */
export function valuesOfNew({ mailNickname, membershipRule, ...draft }: GroupDraft) {
  return {
    ...draft,
    ...(mailNickname.trim() === '' ? {} : { mailNickname }),
    ...(draft.membership === 'dynamic' ? { membershipRule } : {}),
  }
}
