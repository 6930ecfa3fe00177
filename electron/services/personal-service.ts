import { contract, type Input, type Output } from '../../shared/contract/contract.ts'
import type { Draft, SavedView } from '../../shared/contract/personal-requests.ts'
import { AppError } from '../../shared/errors.ts'
import type { PersonalStore } from '../store/personal-store.ts'
import type { SessionService } from './session-service.ts'

const listStateKey = 'list'
const viewsKey = 'views'
const mostViews = 100
const draftKey = (userId: string) => `draft ${userId}`

const compareNames = new Intl.Collator('en', { sensitivity: 'accent', numeric: true })

/** Keeps how the signed-in person left the list and likes to look at it, and the edits they have not saved yet. */
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

  async views(): Promise<Output<'listViews'>> {
    const kept = { views: await this.#store.read(this.#session.actor.id, viewsKey) }
    const views = contract.listViews.output.safeParse(kept)
    return views.success ? views.data : { views: [] }
  }

  async saveView({ view }: Input<'saveView'>): Promise<Record<string, never>> {
    const others = await this.#viewsBut(view.name)
    if (others.length >= mostViews)
      throw new AppError('invalid-input', 'tooManyViews', { values: { limit: mostViews } })
    return this.#keepViews([...others, view])
  }

  async deleteView({ name }: Input<'deleteView'>): Promise<Record<string, never>> {
    return this.#keepViews(await this.#viewsBut(name))
  }

  async #viewsBut(name: string): Promise<readonly SavedView[]> {
    const { views } = await this.views()
    return views.filter((each) => compareNames.compare(each.name, name) !== 0)
  }

  async #keepViews(views: readonly SavedView[]): Promise<Record<string, never>> {
    const inOrder = views.toSorted((one, other) => compareNames.compare(one.name, other.name))
    await this.#store.write(this.#session.actor.id, viewsKey, inOrder)
    return {}
  }

  async draft({ userId }: Input<'getDraft'>): Promise<Output<'getDraft'>> {
    const kept = { draft: await this.#store.read(this.#session.actor.id, draftKey(userId)) }
    const draft = contract.getDraft.output.safeParse(kept)
    return draft.success ? draft.data : { draft: null }
  }

  async keepDraft({ userId, ...edits }: Input<'saveDraft'>): Promise<Record<string, never>> {
    const draft: Draft = { ...edits, savedAt: this.#now().toISOString() }
    await this.#store.write(this.#session.actor.id, draftKey(userId), draft)
    return {}
  }

  async discardDraft({ userId }: Input<'discardDraft'>): Promise<Record<string, never>> {
    await this.#store.write(this.#session.actor.id, draftKey(userId), null)
    return {}
  }
}
