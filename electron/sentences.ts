import i18next, { type i18n } from 'i18next'
import type { AppError, Failure } from '../shared/errors.ts'
import { sharedText } from '../shared/text/en/index.ts'
import type { Problem } from '../shared/text/message.ts'

/** Turns what the application refuses into sentences of the person's language. */
export class Sentences {
  readonly #text: i18n = i18next.createInstance()

  constructor(language = 'en') {
    void this.#text.init({
      lng: language,
      fallbackLng: 'en',
      resources: { en: sharedText },
      initAsync: false,
      interpolation: { escapeValue: false },
    })
  }

  problem({ rule, values }: Problem): string {
    return this.#text.t(`problems:${rule}`, { ...values })
  }

  failure(error: AppError): Failure {
    const fields = Object.entries(error.fields ?? {})
    const message = this.#text.t(`failures:${error.key}`, {
      count: fields.length,
      ...error.values,
    })
    if (fields.length === 0) return { code: error.code, message }
    return {
      code: error.code,
      message,
      fields: Object.fromEntries(fields.map(([name, problem]) => [name, this.problem(problem)])),
    }
  }

  /** What is said of an error that nobody foresaw. */
  unexpected(): Failure {
    return { code: 'unexpected', message: this.#text.t('failures:unexpected') }
  }
}
