import { contract, type Input, type Output } from '../../shared/contract/contract.ts'
import type { Draft } from '../../shared/contract/personal-requests.ts'
import type { PersonalStore } from '../store/personal-store.ts'
import type { SessionService } from './session-service.ts'

const listStateKey = 'list'
const draftKey = (userId: string) => `draft ${userId}`

/** Keeps how the signed-in person left the list, and the edits they have not saved yet. */
export class PersonalService {
  readonly #store: PersonalStore
  readonly #session: SessionService
  readonly #now: () => Date

  constructor(store: PersonalStore, session: SessionService, now: () => Date) {
    this.#store = store
    this.#session = session
    this.#now = now
  }

  async listState(): Promise<Output<'getListState'>> {
    const kept = { state: await this.#store.read(this.#session.actor.id, listStateKey) }
    const state = contract.getListState.output.safeParse(kept)
    return state.success ? state.data : { state: null }
  }

  async keepListState({ state }: Input<'setListState'>): Promise<Record<string, never>> {
    await this.#store.write(this.#session.actor.id, listStateKey, state)
    return {}
  }

  async draft({ userId }: Input<'getDraft'>): Promise<Output<'getDraft'>> {
    const kept = { draft: await this.#store.read(this.#session.actor.id, draftKey(userId)) }
    const draft = contract.getDraft.output.safeParse(kept)
    return draft.success ? draft.data : { draft: null }
  }

  async keepDraft({
    userId,
    revision,
    changes,
  }: Input<'saveDraft'>): Promise<Record<string, never>> {
    const draft: Draft = { revision, changes, savedAt: this.#now().toISOString() }
    await this.#store.write(this.#session.actor.id, draftKey(userId), draft)
    return {}
  }

  async discardDraft({ userId }: Input<'discardDraft'>): Promise<Record<string, never>> {
    await this.#store.write(this.#session.actor.id, draftKey(userId), null)
    return {}
  }
}
