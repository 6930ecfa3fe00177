import i18next from 'i18next'
import { desktop } from '../../shared/text/en/desktop.ts'

export type DesktopTextKey = keyof typeof desktop
export type DesktopText = (key: DesktopTextKey, values?: Readonly<Record<string, string>>) => string

/** The desktop host's own sentences in the person's language. */
export function desktopTextIn(language: string): DesktopText {
  const text = i18next.createInstance()
  void text.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { desktop } },
    defaultNS: 'desktop',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return (key, values) => text.t(key, { ...values })
}
