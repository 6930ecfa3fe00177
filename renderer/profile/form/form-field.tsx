import Box from '@mui/material/Box'
import { createElement, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { type PropertyName, propertyOf } from '../../../shared/fields/catalogue.ts'
import { editorOf } from '../../properties/editors/editor-of.tsx'
import { ReadOnlyValue } from '../../properties/editors/read-only-value.tsx'
import type { Raw } from '../../properties/raw.ts'
import { helpIdOf, LabelledField } from '../../ui/labelled-field.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { isWide, wideCell } from '../section-cards.ts'
import type { Fault } from './form.ts'
import { useFaultSentence } from './use-fault-sentence.ts'
import { useCount, useFieldHint } from './use-field-hint.ts'
import type { FormActions } from './use-profile-form.ts'

export const fieldIdOf = (name: PropertyName) => `field-${name}`

/** One property as a labelled field. Drawn anew only when something about this property changes. */
export const FormField = memo(function FormField({
  name,
  value,
  user,
  changed,
  follows,
  fault,
  refusal,
  usageLocation,
  note,
  actions,
}: {
  readonly name: PropertyName
  readonly value: Raw
  readonly user: Profile | null
  readonly changed: boolean
  /** The value differs from the stored one because another field's does. */
  readonly follows: boolean
  readonly fault: Fault | undefined
  /** Why the signed-in person may not edit it. */
  readonly refusal: string | undefined
  readonly usageLocation: string
  /** What there is to say of this value besides what helps with any. */
  readonly note?: string | undefined
  readonly actions: FormActions
}) {
  const { t } = useTranslation('properties')
  const sentenceOf = useFaultSentence()
  const usualHint = useFieldHint(name, value, user, usageLocation, follows)
  const hint = note ?? usualHint
  const count = useCount(name, value)
  const id = fieldIdOf(name)
  const { editor, required = false } = propertyOf(name)
  const described =
    fault !== undefined || refusal !== undefined || hint !== undefined || count !== undefined
  const props = {
    id,
    name,
    value,
    user,
    invalid: fault !== undefined,
    describedBy: described ? helpIdOf(id) : undefined,
    onChange: (raw: Raw) => actions.edit(name, raw),
    onLeave: () => actions.leave(name),
  }
  return (
    <Box sx={isWide(name) ? wideCell : { minWidth: 0 }}>
      <LabelledField
        id={id}
        label={t(name)}
        required={required}
        changed={changed}
        onRevert={() => actions.revert(name)}
        error={fault === undefined ? undefined : sentenceOf(fault)}
        hint={refusal === undefined ? hint : <VisuallyHidden>{refusal}</VisuallyHidden>}
        count={count}
      >
        {refusal === undefined ? (
          createElement(editorOf(editor), props)
        ) : (
          <ReadOnlyValue {...props} refusal={refusal} />
        )}
      </LabelledField>
    </Box>
  )
})
