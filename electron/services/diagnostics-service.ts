import { release } from 'node:os'
import type { Output } from '../../shared/contract/contract.ts'
import { policyNames } from '../../shared/policy/policy.ts'
import type { DamageReport } from '../../shared/storage/damage-report.ts'
import type { HelperStanding } from '../photos/proven-photo-processor.ts'
import type { Policies } from '../settings/policies.ts'
import { type Measured, ownName } from '../store/folder-sizes.ts'
import { plainZip } from '../transfer/write-zip.ts'
import { programOf } from './program.ts'
import { type Surroundings, withoutPersons } from './without-persons.ts'
import type { Workspace } from './workspace.ts'

export type DiagnosticsPorts = {
  readonly version: string
  readonly policies: Policies
  /** The logs there are, by the names of their files. */
  readonly logs: () => Promise<Readonly<Record<string, string>>>
  readonly sizes: () => Promise<readonly Measured[]>
  readonly photoHelper: () => HelperStanding
  readonly reports: () => Promise<readonly DamageReport[]>
  /** What is to be taken out of the logs. */
  readonly surroundings: () => Surroundings
  readonly now: () => Date
}

/** Puts together what helps to find out why something went wrong, and nothing about anybody. */
export class DiagnosticsService {
  readonly #workspace: Workspace
  readonly #ports: DiagnosticsPorts

  constructor(workspace: Workspace, ports: DiagnosticsPorts) {
    this.#workspace = workspace
    this.#ports = ports
  }

  async collect(): Promise<Output<'collectDiagnostics'>> {
    const { logs, surroundings, now } = this.#ports
    const at = now().toISOString()
    const around = surroundings()
    const texts = Object.entries(await logs()).map(
      ([name, text]) => [name, withoutPersons(text, around)] as const,
    )
    const facts = `${JSON.stringify({ at, ...(await this.#facts()) }, null, 2)}\n`
    const files = [['roster.json', facts] as const, ...texts]
    return {
      name: `roster-diagnostics-${at.slice(0, 10)}.zip`,
      type: 'application/zip',
      bytes: await plainZip(
        Object.fromEntries(files.map(([name, text]) => [name, new TextEncoder().encode(text)])),
      ),
    }
  }

  async #facts() {
    const { version, photoHelper, sizes, reports } = this.#ports
    const { state, damage, readOnly } = this.#workspace
    return {
      program: { ...programOf(version), release: release() },
      photoHelper: photoHelper(),
      directory: {
        state,
        damage: damage?.key ?? null,
        readOnly: readOnly?.key ?? null,
        counts: this.#counts(),
      },
      managed: this.#managed(),
      damage: (await reports()).map(withoutPlaces),
      files: await sizes(),
    }
  }

  /** Null while nobody is signed in: then there is nothing to count. */
  #counts() {
    if (this.#workspace.state !== 'open') return null
    const { sequence, tables } = this.#workspace.current.store.directory
    return { users: tables.user.size, groups: tables.group.size, transactions: sequence }
  }

  /** Which settings the organisation manages, and no values: a folder may be called after somebody. */
  #managed() {
    const { enforced, defaults, ignored } = this.#ports.policies
    const standingOf = (name: (typeof policyNames)[number]) =>
      enforced[name] !== undefined
        ? 'enforced'
        : defaults[name] !== undefined
          ? 'default'
          : 'not set'
    return {
      ...Object.fromEntries(policyNames.map((name) => [name, standingOf(name)])),
      ignored: ignored.length,
    }
  }
}

const withoutPlaces = ({ at, findings, recovered, missing }: DamageReport) => ({
  at,
  findings: findings.map(({ file, kind, offset }) => ({ file: ownName(file), kind, offset })),
  recovered,
  missing,
})
