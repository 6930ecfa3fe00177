import type { ComponentType } from 'react'
import { assertNever } from '../../../shared/assert-never.ts'
import type { Editor } from '../../../shared/fields/property.ts'
import { EmailsEditor, ProxyAddressesEditor } from './address-editors.tsx'
import { ChoiceEditor, CountryEditor, LanguageEditor } from './choice-editors.tsx'
import { DateEditor } from './date-editor.tsx'
import type { EditorProps } from './editor-props.ts'
import { EmailEditor } from './email-editor.tsx'
import { MultilineEditor } from './multiline-editor.tsx'
import { PhoneEditor, PhonesEditor } from './phone-editor.tsx'
import { SwitchEditor } from './switch-editor.tsx'
import { TextEditor } from './text-editor.tsx'
import { UserEditor } from './user-editor.tsx'
import { UserNameEditor } from './user-name-editor.tsx'

/** What a property is edited with. */
export function editorOf(kind: Editor): ComponentType<EditorProps> {
  switch (kind) {
    case 'text':
      return TextEditor
    case 'multiline':
      return MultilineEditor
    case 'user-name':
      return UserNameEditor
    case 'choice':
      return ChoiceEditor
    case 'language':
      return LanguageEditor
    case 'country':
      return CountryEditor
    case 'date':
      return DateEditor
    case 'phone':
    case 'authentication-phone':
      return PhoneEditor
    case 'phones':
      return PhonesEditor
    case 'email':
    case 'authentication-email':
      return EmailEditor
    case 'emails':
      return EmailsEditor
    case 'proxy-addresses':
      return ProxyAddressesEditor
    case 'switch':
      return SwitchEditor
    case 'user':
      return UserEditor
    default:
      return assertNever(kind)
  }
}
