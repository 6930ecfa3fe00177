import type { Input, Output } from '../../shared/contract/contract.ts'
import type { AdministratorKeys } from '../keys/administrator-keys.ts'
import type { DirectoryKeys } from '../keys/directory-keys.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

export type KeyServicePorts = {
  readonly workspace: Workspace
  readonly session: SessionService
  readonly keys: DirectoryKeys
  readonly accounts: AdministratorKeys
  /** Seals again what lies beside the journal, in the background. */
  readonly reseal: () => void
}

/** Shows how the directory's keys stand, and changes the data key. */
export class KeyService {
  readonly #ports: KeyServicePorts

  constructor(ports: KeyServicePorts) {
    this.#ports = ports
  }

  async status(): Promise<Output<'keyStatus'>> {
    const { keys, workspace } = this.#ports
    const { keyNumber, resealed, slots, shutOut } = keys.file
    const { user } = workspace.directory.tables
    const named = (id: string) => ({ id, displayName: user.get(id)?.displayName ?? '' })
    const holders = (type: 'administrator' | 'device') =>
      slots.flatMap((slot) => (slot.type === type && slot.lock ? [named(slot.userId)] : []))
    return {
      keyNumber,
      resealing: resealed < keyNumber,
      administrators: holders('administrator'),
      devices: holders('device'),
      recoveryKey: slots.some(({ type }) => type === 'recovery'),
      shutOut: shutOut.map(named),
    }
  }

  /** For when somebody who could open the directory no longer may: they may have kept a copy of their slot. */
  async changeDataKey({ password }: Input<'changeDataKey'>): Promise<Output<'changeDataKey'>> {
    const { workspace, session, keys, accounts, reseal } = this.#ports
    workspace.refuseReadOnly()
    const { actor } = session
    await session.prove(password, 'passwordNotYours')
    const { store } = workspace.current
    // The history comes first: no key is ever replaced that it does not tell of.
    await store.record(actor, { activity: 'changeDataKey' })
    await store.rekey((until) => accounts.replaceDataKey(actor.id, password, until))
    reseal()
    return { keyNumber: keys.number }
  }
}
