import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { groupKinds, memberships } from '../../../shared/directory/group.ts'
import { groupLimits } from '../../../shared/directory/group-values.ts'
import { ChoiceField } from './choice-field.tsx'
import { RuleField } from './rule-field.tsx'
import { GroupTextField } from './text-field.tsx'
import type { GroupForm } from './use-group-form.ts'

/** The properties of a group as fields. The type of a group is chosen once. */
export function GroupFields({
  form,
  isNew = false,
  membershipHint,
}: {
  readonly form: GroupForm
  readonly isNew?: boolean
  /** What another choice of membership does to the members there are. */
  readonly membershipHint?: string | undefined
}) {
  const { t } = useTranslation('groups')
  const { draft, edit } = form
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <GroupTextField
        name="displayName"
        form={form}
        label={t('columns.displayName')}
        limit={groupLimits.displayName}
        required
        autoFocus
      />
      <GroupTextField
        name="description"
        form={form}
        label={t('columns.description')}
        limit={groupLimits.description}
        multiline
      />
      <GroupTextField
        name="mailNickname"
        form={form}
        label={t('columns.mailNickname')}
        limit={groupLimits.mailNickname}
        required={!isNew}
        hint={isNew ? t('nicknameHint') : undefined}
      />
      {isNew ? (
        <ChoiceField
          label={t('columns.kind')}
          choices={groupKinds.map((value) => ({
            value,
            name: t(`kinds.${value}`),
            meaning: t(`kindHints.${value}`),
          }))}
          value={draft.kind}
          onChange={(kind) => edit('kind', kind)}
        />
      ) : null}
      <ChoiceField
        label={t('columns.membership')}
        hint={membershipHint}
        choices={memberships.map((value) => ({
          value,
          name: t(`memberships.${value}`),
          meaning: t(`membershipHints.${value}`),
        }))}
        value={draft.membership}
        onChange={(membership) => edit('membership', membership)}
      />
      {draft.membership === 'dynamic' ? <RuleField form={form} /> : null}
    </Box>
  )
}
