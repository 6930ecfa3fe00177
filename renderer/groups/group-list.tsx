import Box from '@mui/material/Box'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupRow } from '../../shared/contract/group.ts'
import { usePreferences } from '../api/queries.ts'
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
import { GroupFilterFields } from './group-filter-fields.tsx'
import { type GroupListKind, type GroupListView, narrows, useLeftGroups } from './left-groups.ts'
import { NoGroupMatches } from './no-group-matches.tsx'
import { useFoundGroups, useIdsOfGroups } from './use-found-groups.ts'
import { useGroupColumns } from './use-group-columns.tsx'

type Act = (ids: readonly string[]) => Promise<void>

/** Does something with the selected groups, and reports what fails. */
export type Run = (act: Act) => void

/** A list of groups with search, filters and selection. What is done with them is given. */
export function GroupList({
  kind,
  title,
  searchLabel,
  above,
  commands,
  onRemove,
  welcome,
}: {
  readonly kind: GroupListKind
  readonly title: string
  readonly searchLabel: string
  readonly above?: ReactNode
  /** The buttons beside the heading. */
  readonly commands: (anySelected: boolean, run: Run) => ReactNode
  /** What the Delete key does. */
  readonly onRemove?: Act | undefined
  /** Shown while there is none. */
  readonly welcome: ReactNode
}) {
  const { t } = useTranslation('groups')
  const { left, keep } = useLeftGroups(kind)
  const [view, setView] = useState(left.view)
  const [failure, setFailure] = useState<unknown>(null)
  const found = useFoundGroups(view, kind === 'deleted', left.firstRow)
  const selection = useSelection(left.selected, found, useIdsOfGroups(), setFailure)
  const { ids, select } = selection
  const columns = useGroupColumns(kind === 'deleted')
  const { data: preferences } = usePreferences()
  const grid = useRef<GridBodyHandle>(null)
  const onPlace = useCallback(
    (firstRow: number, activeRow: number | null) => keep({ firstRow, activeRow }),
    [keep],
  )
  useEffect(() => {
    keep({ view, selected: [...ids] })
  }, [keep, view, ids])

  const { activeRow } = left
  const { searchBox, focusSearch } = useSearchFocus(activeRow)

  const change = useCallback(
    (part: Partial<GroupListView>) => setView((before) => ({ ...before, ...part })),
    [],
  )
  // What is selected should be on the screen or a scroll away: what narrows the list starts over.
  const narrow = (part: Pick<Partial<GroupListView>, 'search' | 'filters'>) => {
    change(part)
    select.clear()
  }
  const act = async (which: readonly string[], doIt: Act) => {
    setFailure(null)
    try {
      await doIt(which)
      select.clear()
    } catch (error) {
      setFailure(error)
    }
  }

  const { answer, error } = found
  const none = answer?.matching === 0
  return (
    <Page
      title={title}
      fill
      above={above}
      actions={commands(ids.size > 0, (doIt) => void act([...ids], doIt))}
    >
      <Box sx={toolbar}>
        <SearchBox
          ref={searchBox}
          label={searchLabel}
          value={view.search}
          onChange={(search) => narrow({ search })}
          onLeave={() => grid.current?.focus()}
        />
        <GroupFilterFields filters={view.filters} onChange={(filters) => narrow({ filters })} />
      </Box>
      <ListStatus
        shown={
          answer ? t('shown', { matching: answer.matching, count: answer.total }) : t('loading')
        }
        note={answer?.approximate ? t('approximate') : undefined}
        matching={answer?.matching ?? 0}
        selection={selection}
      />
      <ListFailure
        error={error}
        onRetry={found.retry}
        failure={failure}
        onClose={() => setFailure(null)}
      />
      <Grid
        label={title}
        columns={columns}
        view={view}
        handle={grid}
        found={found}
        rowHeight={rowHeights[preferences?.density ?? 'standard']}
        selection={selection}
        firstRow={left.firstRow}
        activeRow={activeRow}
        onPlace={onPlace}
        onChange={change}
        onOpen={goToGroup}
        onRemove={onRemove && ((which) => void act(which, onRemove))}
        onType={focusSearch}
        below={
          none && narrows(view) ? (
            <NoGroupMatches
              view={view}
              onClearSearch={() => {
                narrow({ search: '' })
                searchBox.current?.focus()
              }}
              onClearFilters={() => narrow({ filters: {} })}
            />
          ) : none ? (
            welcome
          ) : null
        }
      />
    </Page>
  )
}

const goToGroup = ({ id }: GroupRow) => goTo(places.group(id))

const toolbar = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, px: 3 }
