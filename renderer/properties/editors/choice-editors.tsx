import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { propertyOf } from '../../../shared/fields/catalogue.ts'
import { countryCodes } from '../../../shared/fields/countries.ts'
import { isEmpty } from '../../../shared/fields/values.ts'
import { asText } from '../raw.ts'
import { useValueWords } from '../use-value-words.ts'
import type { EditorProps } from './editor-props.ts'
import { languageTags } from './language-tags.ts'
import { NamedCode } from './named-code.tsx'

/** One of a few values. */
export function ChoiceEditor(props: EditorProps) {
  const { choice } = useValueWords()
  const { choices = [], required = false } = propertyOf(props.name)
  return (
    <NamedCode
      {...props}
      value={asText(props.value)}
      options={choices.map((code) => ({ code, name: choice(code) }))}
      clearable={!required}
      onChange={(code) => props.onChange(code === '' ? null : code)}
    />
  )
}

/** A country by its name or its two letters. Once set it cannot be cleared. */
export function CountryEditor(props: EditorProps) {
  const { country } = useValueWords()
  const options = useOptionsByName(countryCodes, country)
  const { name, user } = props
  const keeps = propertyOf(name).keepsValue === true && user !== null && !isEmpty(user[name])
  return (
    <NamedCode
      {...props}
      value={asText(props.value)}
      options={options}
      nameOf={country}
      clearable={!keeps}
    />
  )
}

export function LanguageEditor(props: EditorProps) {
  const { language } = useValueWords()
  const options = useOptionsByName(languageTags, language)
  return (
    <NamedCode
      {...props}
      value={asText(props.value)}
      options={options}
      nameOf={language}
      clearable
    />
  )
}

function useOptionsByName(codes: readonly string[], nameOf: (code: string) => string) {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const collator = new Intl.Collator(i18n.language)
    return codes
      .map((code) => ({ code, name: nameOf(code) }))
      .sort((one, other) => collator.compare(one.name, other.name))
  }, [codes, nameOf, i18n.language])
}
