import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { explain } from '../../../shared/directory/rules/explain.ts'
import { middayOf } from '../../../shared/directory/rules/moment.ts'
import { readRule } from '../../../shared/directory/rules/read-rule.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'
import { PersonPicker, type PickedPerson } from '../../properties/editors/person-picker.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { ExplainedRule } from './explained-rule.tsx'

/** Why a rule takes somebody in or not, part by part. */
export function RuleCheck({ rule: text }: { readonly rule: string }) {
  const { t } = useTranslation('groups')
  const id = useId()
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const { data: user, error } = useQuery({
    ...userQueryOf(useApi(), person?.id ?? ''),
    enabled: person !== null,
  })
  const { rule } = readRule(text)
  const explanation = person && user && rule ? explain(rule, user, middayOf(Date.now())) : undefined
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <LabelledField id={id} label={t('checkPerson')} hint={t('checkPersonHint')}>
        <PersonPicker
          id={id}
          chosen={person}
          without={[]}
          describedBy={helpIdOf(id)}
          onChoose={setPerson}
        />
      </LabelledField>
      <FailureAlert error={error} />
      {explanation && user ? (
        <>
          <Typography role="status" sx={{ fontWeight: 500 }}>
            {t(explanation.met ? 'isIn' : 'isOut', { name: user.displayName })}
          </Typography>
          <ExplainedRule explanation={explanation} />
        </>
      ) : null}
    </Box>
  )
}
