import Box from '@mui/material/Box'
import { useQueryClient } from '@tanstack/react-query'
import { type CSSProperties, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserRow } from '../../shared/contract/user-requests.ts'
import { useApi } from '../api/api-context.tsx'
import { usePreferences, usersQuery } from '../api/queries.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { Grid } from '../ui/grid/grid.tsx'
import type { GridBodyHandle } from '../ui/grid/grid-body.tsx'
import { rowHeights } from '../ui/grid/grid-styles.ts'
import { ListFailure } from '../ui/grid/list-failure.tsx'
import { ListStatus } from '../ui/grid/list-status.tsx'
import { SearchBox } from '../ui/grid/search-box.tsx'
import { useSearchFocus } from '../ui/grid/use-search-focus.ts'
import { useSelection } from '../ui/grid/use-selection.ts'
import { Page } from '../ui/page.tsx'
import { ColumnsButton } from './columns/columns-button.tsx'
import { FilterBar } from './filters/filter-bar.tsx'
import { useUserColumns } from './grid/use-user-columns.tsx'
import { type LeftList, type ListView, narrows } from './list-view.ts'
import { NoMatch } from './no-match.tsx'
import { SearchHelp } from './search/search-help.tsx'
import { type Act, type CommandedList, type Copy, useCommandedList } from './use-commanded-list.ts'
import { askedOf, type FoundUsers, useFoundUsers } from './use-found-users.ts'
import { useKeptPlace } from './use-kept-place.ts'
import type { ListKind } from './use-left-list.ts'
import { ViewsButton } from './views/views-button.tsx'

/** A list of users with search, filters, columns and selection. What is done with them is given. */
export function UserList({
  kind,
  title,
  searchLabel,
  left: leftNow,
  usual,
  commands,
  onRemove,
  notice,
  onEdit,
  onCopy,
  welcome,
}: {
  readonly kind: ListKind
  readonly title: string
  readonly searchLabel: string
  /** How the list stood; what it says later is only what this list itself had kept. */
  readonly left: LeftList
  /** What "reset" goes back to. */
  readonly usual: ListView
  /** The buttons beside the heading. */
  readonly commands: (list: CommandedList) => ReactNode
  /** What the Delete key does. */
  readonly onRemove?: Act | undefined
  /** What there is to say of what was done last. */
  readonly notice?: ReactNode
  /** What Ctrl+E and Ctrl+C do. */
  readonly onEdit?: ((ids: readonly string[]) => void) | undefined
  readonly onCopy?: Copy | undefined
  /** Shown while the list has nobody, or nobody but the signed-in person. */
  readonly welcome: ReactNode
}) {
  const { t } = useTranslation('users')
  const deleted = kind === 'deleted'
  const [left] = useState(leftNow)
  const [view, setView] = useState(left.view)
  const [failure, setFailure] = useState<unknown>(null)
  const found = useFoundUsers(view, deleted, left.firstRow)
  const selection = useSelection(left.selected, found, useIdsOf(), setFailure)
  const { ids, select } = selection
  const shownColumns = useUserColumns(view.columns)
  const { data: preferences } = usePreferences()
  const grid = useRef<GridBodyHandle>(null)
  const onPlace = useKeptPlace(kind, left, view, ids)

  const { activeRow } = left
  const { searchBox, focusSearch } = useSearchFocus(activeRow)

  const change = useCallback(
    (part: Partial<ListView>) => setView((before) => ({ ...before, ...part })),
    [],
  )
  // Who is selected should be on the screen or a scroll away: what narrows the list starts over.
  const narrow = useCallback(
    (part: Pick<Partial<ListView>, 'search' | 'filters'>) => {
      change(part)
      select.clear()
    },
    [change, select],
  )

  const search = useCallback((text: string) => narrow({ search: text }), [narrow])
  const leaveSearch = useCallback(() => grid.current?.focus(), [])

  const look = useCallback(
    (next: ListView) => {
      setView(next)
      select.clear()
    },
    [select],
  )
  const { list, act, copy, viewNow } = useCommandedList({
    view,
    found,
    deleted,
    selection,
    onView: change,
    onFailure: setFailure,
    onCopy,
  })

  // Typing must stay quick, so what a search does not change is not made anew at each letter.
  const actions = useMemo(() => commands(list), [commands, list])
  const { filters, columns } = view
  const tools = useMemo(
    () => (
      <>
        <SearchHelp onTry={search} />
        <FilterBar
          filters={filters}
          deleted={deleted}
          onChange={(next) => narrow({ filters: next })}
        />
        <Box sx={{ ml: 'auto', display: 'flex', gap: 1 }}>
          {deleted ? null : <ViewsButton view={viewNow} onChoose={look} />}
          <ColumnsButton
            columns={columns}
            deleted={deleted}
            onChange={(next) => change({ columns: next })}
            onReset={() => change({ columns: usual.columns, widths: usual.widths })}
          />
        </Box>
      </>
    ),
    [filters, columns, deleted, usual, change, narrow, search, look, viewNow],
  )

  const { answer, error } = found
  const matching = answer?.matching
  const total = answer?.total ?? 0
  const shown = useMemo(
    () => (matching === undefined ? t('loading') : t('shown', { matching, count: total })),
    [t, matching, total],
  )
  const nobody = answer !== null && answer.matching === 0 && narrows(view)
  const alone = answer !== null && answer.total <= (deleted ? 0 : 1) && !narrows(view)
  return (
    <Page title={title} fill actions={actions}>
      <div style={toolbar}>
        <SearchBox
          ref={searchBox}
          label={searchLabel}
          value={view.search}
          onChange={search}
          onLeave={leaveSearch}
        />
        {tools}
      </div>
      <ListStatus
        shown={shown}
        note={answer?.approximate ? t('approximate') : undefined}
        matching={matching ?? 0}
        selection={selection}
      />
      <ListFailure
        error={error}
        onRetry={found.retry}
        failure={failure}
        onClose={() => setFailure(null)}
      />
      {notice ? <Box sx={{ px: 3, pb: 1, '&:empty': { display: 'none' } }}>{notice}</Box> : null}
      <Grid
        label={title}
        columns={shownColumns}
        view={view}
        handle={grid}
        found={found}
        rowHeight={rowHeights[preferences?.density ?? 'standard']}
        selection={selection}
        firstRow={left.firstRow}
        activeRow={activeRow}
        onPlace={onPlace}
        onChange={change}
        onOpen={goToProfile}
        onRemove={onRemove && ((who) => void act(who, onRemove))}
        onEdit={onEdit}
        onCopy={onCopy && copy}
        onType={focusSearch}
        below={
          nobody ? (
            <NoMatch
              view={view}
              onClearSearch={() => {
                search('')
                searchBox.current?.focus()
              }}
              onClearFilters={() => narrow({ filters: [] })}
            />
          ) : alone ? (
            welcome
          ) : null
        }
      />
    </Page>
  )
}

const goToProfile = ({ id }: UserRow) => goTo(places.profile(id))

/** Reads the ids of all that match, for selecting more than was on the screen. */
function useIdsOf() {
  const api = useApi()
  const queries = useQueryClient()
  return useCallback(
    async (query: FoundUsers['query']) => {
      const asked = { ...askedOf(query), offset: 0, limit: 0, idsOnly: true }
      return (await queries.fetchQuery(usersQuery(api, asked))).ids ?? []
    },
    [api, queries],
  )
}

const toolbar: CSSProperties = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '0 24px',
}
