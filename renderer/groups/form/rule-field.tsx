import OutlinedInput from '@mui/material/OutlinedInput'
import { useDeferredValue, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { readRule } from '../../../shared/directory/rules/read-rule.ts'
import type { RuleFault } from '../../../shared/directory/rules/rule.ts'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { RuleFaults } from '../rule/rule-faults.tsx'
import type { GroupForm } from './use-group-form.ts'

/** The rule that decides who is in a dynamic group. What is wrong with it shows while it is written. */
export function RuleField({
  form: { draft, changes, faults, edit, leave },
}: {
  readonly form: GroupForm
}) {
  const { t } = useTranslation('groups')
  const id = useId()
  const input = useRef<HTMLTextAreaElement>(null)
  const text = useDeferredValue(draft.membershipRule)
  const found = useMemo(() => (text.trim() === '' ? [] : readRule(text).faults), [text])
  const goTo = ({ start, end }: RuleFault) => {
    input.current?.focus()
    input.current?.setSelectionRange(start, Math.max(end, start))
  }
  const error = text.trim() === '' ? faults.membershipRule : undefined
  return (
    <LabelledField
      id={id}
      label={t('membershipRule')}
      required
      changed={'membershipRule' in changes}
      error={error}
      hint={
        found.length > 0 ? <RuleFaults text={text} faults={found} onGo={goTo} /> : t('ruleHint')
      }
    >
      <OutlinedInput
        id={id}
        inputRef={input}
        fullWidth
        multiline
        minRows={3}
        maxRows={12}
        size="small"
        error={error !== undefined || found.length > 0}
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
