import type { GroupRow } from '../../../shared/contract/group.ts'
import type { GroupKind } from '../../../shared/directory/group.ts'

type Pictured = {
  readonly id: string
  readonly displayName: string
  readonly photo: string | null
}

/** Somebody, or a group, that has been chosen and is not in the group yet. */
export type Chosen =
  | (Pictured & { readonly type: 'user' })
  | {
      readonly id: string
      readonly displayName: string
      readonly type: 'group'
      readonly kind: GroupKind
    }

export const chosenUser = ({ id, displayName, photo }: Pictured): Chosen => ({
  type: 'user',
  id,
  displayName,
  photo,
})

export const chosenGroup = ({ id, displayName, kind }: GroupRow): Chosen => ({
  type: 'group',
  id,
  displayName,
  kind,
})

/** Those chosen already and more of them, each once. */
export function withMore(chosen: readonly Chosen[], more: readonly Chosen[]): readonly Chosen[] {
  const ids = new Set(chosen.map(({ id }) => id))
  return [...chosen, ...more.filter(({ id }) => !ids.has(id))]
}
