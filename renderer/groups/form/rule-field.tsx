import OutlinedInput from '@mui/material/OutlinedInput'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import type { GroupForm } from './use-group-form.ts'

/** The rule that decides who is in a dynamic group. */
export function RuleField({
  form: { draft, changes, faults, edit, leave },
}: {
  readonly form: GroupForm
}) {
  const { t } = useTranslation('groups')
  const id = useId()
  return (
    <LabelledField
      id={id}
      label={t('membershipRule')}
      required
      changed={'membershipRule' in changes}
      error={faults.membershipRule}
      hint={t('ruleHint')}
    >
      <OutlinedInput
        id={id}
        fullWidth
        multiline
        minRows={3}
        maxRows={12}
        size="small"
        error={faults.membershipRule !== undefined}
        value={draft.membershipRule}
        onChange={({ target }) => edit('membershipRule', target.value)}
        onBlur={() => leave('membershipRule')}
        slotProps={{
          input: {
            dir: 'ltr',
            spellCheck: false,
            'aria-required': true,
            'aria-describedby': helpIdOf(id),
          },
        }}
      />
    </LabelledField>
  )
}
