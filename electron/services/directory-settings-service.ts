import type { Input, Output } from '../../shared/contract/contract.ts'
import {
  type Organization,
  organizationId,
  organizationOf,
} from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import { sameValue } from '../../shared/fields/values.ts'
import { domainsAfter } from './domains.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

type Settings = Pick<Organization, 'domains' | 'userNameRule' | 'deletedUserRetentionDays'>

/** What holds for the directory as a whole. */
export class DirectorySettingsService {
  readonly #workspace: Workspace
  readonly #session: SessionService

  constructor(workspace: Workspace, session: SessionService) {
    this.#workspace = workspace
    this.#session = session
  }

  async update(input: Input<'updateDirectory'>): Promise<Output<'updateDirectory'>> {
    const { store } = this.#workspace.current
    const transaction = await store.transact(this.#session.actor, (directory) => {
      const { domains, userNameRule, deletedUserRetentionDays } = organizationOf(directory)
      const now: Settings = { domains, userNameRule, deletedUserRetentionDays }
      const after: Settings = {
        domains: changedDomains(domains, input),
        userNameRule: input.userNameRule ?? userNameRule,
        deletedUserRetentionDays: input.deletedUserRetentionDays ?? deletedUserRetentionDays,
      }
      const changed = (Object.keys(now) as (keyof Settings)[]).filter(
        (name) => !sameValue(now[name], after[name]),
      )
      if (changed.length === 0) return { activity: 'updateDirectory', changes: [] }
      const pick = (settings: Settings) =>
        Object.fromEntries(changed.map((name) => [name, settings[name]]))
      const change = { kind: 'organization', id: organizationId } as const
      return {
        activity: 'updateDirectory',
        changes: [{ ...change, before: pick(now), after: pick(after) }],
      }
    })
    return { transactionId: transaction?.id ?? '' }
  }
}

function changedDomains(domains: readonly string[], input: Input<'updateDirectory'>): string[] {
  const { problems, domains: after } = domainsAfter(domains, input)
  if (Object.keys(problems).length > 0)
    throw new AppError('invalid-input', 'invalidInput', { fields: problems })
  return after
}
