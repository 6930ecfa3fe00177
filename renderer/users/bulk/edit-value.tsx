import OutlinedInput from '@mui/material/OutlinedInput'
import { createElement, type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/assert-never.ts'
import { propertyOf } from '../../../shared/fields/catalogue.ts'
import { editorOf } from '../../properties/editors/editor-of.tsx'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { LabelledField } from '../../ui/labelled-field.tsx'
import type { DraftEdit } from './draft-edits.ts'

/** What an action needs to know, field by field. */
export function EditValue({
  draft,
  onChange,
}: {
  readonly draft: DraftEdit
  readonly onChange: (part: Partial<DraftEdit>) => void
}) {
  const { t } = useTranslation('bulk')
  const property = usePropertyLabel()(draft.property)
  const { action } = draft
  switch (action) {
    case 'set':
      return <SetValue draft={draft} label={t('value', { property })} onChange={onChange} />
    case 'clear':
      return null
    case 'replace':
      return (
        <>
          <TextLine
            label={t('findOf', { property })}
            value={draft.find}
            onChange={(find) => onChange({ find })}
          />
          <TextLine
            label={t('replacementOf', { property })}
            value={draft.replacement}
            onChange={(replacement) => onChange({ replacement })}
          />
        </>
      )
    case 'append':
    case 'prepend':
    case 'add':
    case 'remove':
      return (
        <TextLine
          label={t(action === 'append' || action === 'prepend' ? 'textOf' : 'listValueOf', {
            property,
          })}
          value={draft.text}
          onChange={(text) => onChange({ text })}
        />
      )
    default:
      return assertNever(action)
  }
}

/** The editor that the profile has for this property. */
function SetValue({
  draft: { property, value },
  label,
  onChange,
}: {
  readonly draft: DraftEdit
  readonly label: string
  readonly onChange: (part: Partial<DraftEdit>) => void
}): ReactNode {
  const id = useId()
  return (
    <LabelledField id={id} label={label}>
      {createElement(editorOf(propertyOf(property).editor), {
        id,
        name: property,
        value,
        user: null,
        invalid: false,
        describedBy: undefined,
        onChange: (next) => onChange({ value: next }),
        onLeave: () => {},
      })}
    </LabelledField>
  )
}

function TextLine({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const id = useId()
  return (
    <LabelledField id={id} label={label}>
      <OutlinedInput
        id={id}
        fullWidth
        size="small"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onChange(target.value)}
        slotProps={{ input: { dir: 'auto', spellCheck: false, maxLength: 10_000 } }}
      />
    </LabelledField>
  )
}
