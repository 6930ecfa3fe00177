import i18next, { type i18n } from 'i18next'
import type { Listed } from '../shared/contract/query.ts'
import type { ListedRole } from '../shared/contract/role-requests.ts'
import { ending } from '../shared/directory/authority.ts'
import { permissions as allPermissions, type Permission } from '../shared/directory/permissions.ts'
import type { Role } from '../shared/directory/roles.ts'
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

  /** What a column of a property is headed. */
  heading(property: Listed): string {
    return this.#text.t([`spelledOut:${property}`, `properties:${property}`])
  }

  /** What a role is for and may do. */
  role({
    name,
    permissions,
    reaches = [],
  }: Role): Pick<ListedRole, 'description' | 'may' | 'reach'> {
    const told = (some: readonly Permission[]) =>
      allPermissions
        .filter((permission) => some.includes(permission))
        .map((permission) => this.#text.t(`permissionNames:${permission}`))
    const ends = reaches === 'everybody' ? [] : permissions.filter((each) => ending.has(each))
    return {
      description: this.#text.t(name, { ns: 'roleDescriptions' }),
      may: told(permissions.filter((each) => !ends.includes(each))),
      reach: ends.length > 0 ? { whom: this.#whom(reaches), may: told(ends) } : null,
    }
  }

  #whom(reaches: readonly string[] | string): string {
    if (reaches.length === 0) return this.#text.t('roleReach:nobody')
    return this.#text.t('roleReach:some', { roles: [reaches].flat().join(', ') })
  }

  /** What is said of an error that nobody foresaw. */
  unexpected(): Failure {
    return { code: 'unexpected', message: this.#text.t('failures:unexpected') }
  }
}
