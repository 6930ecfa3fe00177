import i18next from 'i18next'
import { users } from '../../../../renderer/text/en/users.ts'
import { createFormats } from '../../../../renderer/text/formats.ts'
import { createValueWords } from '../../../../renderer/users/value-words.ts'
import { sharedText } from '../../../../shared/text/en/index.ts'

const text = i18next.createInstance()
await text.init({ lng: 'en', resources: { en: { ...sharedText, users } } })

/** Values as an English page words them. */
export const english = createValueWords(
  text.getFixedT('en', ['users', 'choices']),
  createFormats('en-GB'),
)
