import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Listed } from '../../shared/contract/query.ts'
import type { Selection } from '../ui/grid/use-selection.ts'
import type { Exportable } from './export/export-request.ts'
import type { ListView } from './list-view.ts'
import type { FoundUsers } from './use-found-users.ts'

/** Whoever it was done to is no longer selected, unless it answers that they are. */
export type Act = (ids: readonly string[]) => Promise<unknown>

/** Puts users on the clipboard, with these columns. */
export type Copy = (ids: readonly string[], columns: readonly Listed[]) => Promise<void>

/** Selects users, wherever they are in the list. */
export type Choose = (ids: readonly string[]) => void

/** A list as the commands beside its heading see it. */
export type CommandedList = {
  readonly selected: ReadonlySet<string>
  /** Does something with the selected users, and reports what fails. */
  readonly run: (act: Act) => void
  readonly choose: Choose
  /** What the list shows by now. */
  readonly exportable: () => Exportable
  /** Copies the selected users. */
  readonly copy: () => void
}

/** What commands do to a list, and with whom it shows. Stays the same while only the search changes. */
export function useCommandedList({
  view,
  found,
  deleted,
  selection: { ids, select },
  onView,
  onFailure,
  onCopy,
}: {
  readonly view: ListView
  readonly found: FoundUsers
  readonly deleted: boolean
  readonly selection: Selection
  readonly onView: (part: Partial<ListView>) => void
  readonly onFailure: (failure: unknown) => void
  readonly onCopy: Copy | undefined
}) {
  const latest = useRef({ view, found })
  useEffect(() => {
    latest.current = { view, found }
  })
  const viewNow = useCallback(() => latest.current.view, [])

  const act = useCallback(
    async (who: readonly string[], doIt: Act) => {
      onFailure(null)
      try {
        if ((await doIt(who)) !== 'still selected') select.clear()
      } catch (error) {
        onFailure(error)
      }
    },
    [select, onFailure],
  )

  const copy = useCallback(
    (who: readonly string[]) =>
      void act(who, async (those) => {
        await onCopy?.(those, viewNow().columns)
        return 'still selected'
      }),
    [act, onCopy, viewNow],
  )

  const list = useMemo(
    (): CommandedList => ({
      selected: ids,
      run: (doIt) => void act([...ids], doIt),
      choose: (who) => {
        // Of whom is chosen from elsewhere, all should be in the list.
        onView({ search: '', filters: [] })
        select.these(who)
      },
      exportable: () => {
        const { matching = 0, total = 0 } = latest.current.found.answer ?? {}
        return { selected: [...ids], view: viewNow(), deleted, matching, total }
      },
      copy: () => copy([...ids]),
    }),
    [ids, select, act, copy, onView, deleted, viewNow],
  )
  return { list, act, copy, viewNow }
}
