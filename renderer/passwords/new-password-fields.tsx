import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PasswordOwner } from '../../shared/fields/rules/password.ts'
import { PasswordField } from '../ui/password-field.tsx'
import { PasswordPolicy } from './password-policy.tsx'

const blank = { password: '', repeated: '' }

/** A password that somebody chooses, typed twice. */
export function useNewPassword() {
  const [values, setValues] = useState(blank)
  const [differ, setDiffer] = useState(false)
  return {
    password: values.password,
    /** Whether both are the same. Where they are not, the second field says so. */
    agree: () => {
      const same = values.password === values.repeated
      setDiffer(!same)
      return same
    },
    clear: () => setValues(blank),
    fields: { values, differ, onChange: setValues },
  }
}

/** The two fields, and what the password has to be. */
export function NewPasswordFields({
  label,
  values,
  differ,
  onChange,
  owner,
  problem,
}: ReturnType<typeof useNewPassword>['fields'] & {
  readonly label: string
  readonly owner: PasswordOwner
  /** What is wrong with the password, as a sentence. */
  readonly problem: string | undefined
}) {
  const { t } = useTranslation('passwords')
  const policy = useId()
  return (
    <>
      <PasswordField
        label={label}
        required
        autoComplete="new-password"
        value={values.password}
        onChange={({ target }) => onChange({ ...values, password: target.value })}
        error={problem !== undefined}
        helperText={problem ?? ''}
        inputProps={{ 'aria-details': policy }}
      />
      <PasswordPolicy id={policy} password={values.password} owner={owner} />
      <PasswordField
        label={t('repeat')}
        required
        autoComplete="new-password"
        value={values.repeated}
        onChange={({ target }) => onChange({ ...values, repeated: target.value })}
        error={differ}
        helperText={differ ? t('differ') : ''}
      />
    </>
  )
}
