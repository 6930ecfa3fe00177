import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { type ReactNode, useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails, MemberRow } from '../../../shared/contract/group.ts'
import { usePreferences } from '../../api/queries.ts'
import { goTo } from '../../navigation/location.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { Grid } from '../../ui/grid/grid.tsx'
import type { GridBodyHandle } from '../../ui/grid/grid-body.tsx'
import { rowHeights } from '../../ui/grid/grid-styles.ts'
import { ListStatus } from '../../ui/grid/list-status.tsx'
import { SearchBox } from '../../ui/grid/search-box.tsx'
import { useSearchShortcuts } from '../../ui/grid/use-search-focus.ts'
import { useSelection } from '../../ui/grid/use-selection.ts'
import { SectionCard } from '../../ui/section-card.tsx'
import { placeOf, useMemberColumns } from './member-columns.tsx'
import { type MemberView, useFoundMembers, useIdsOfMembers } from './use-found-members.ts'

type Commands = {
  readonly selected: number
  readonly all: boolean
  readonly remove: () => void
}

/** The members of a group as a list with search, order and selection. */
export function MemberList({
  group,
  failure,
  onFailureClosed,
  onRemove,
  commands,
}: {
  readonly group: GroupDetails
  /** Why the last removal was refused. */
  readonly failure: unknown
  readonly onFailureClosed: () => void
  readonly onRemove: ((ids: readonly string[]) => Promise<void>) | undefined
  readonly commands: (commands: Commands) => ReactNode
}) {
  const { t } = useTranslation('groups')
  const [view, setView] = useState<MemberView>({ search: '', all: false, sort: [], widths: {} })
  const [unread, setUnread] = useState<unknown>(null)
  const found = useFoundMembers(group.id, view)
  const selection = useSelection([], found, useIdsOfMembers(), setUnread)
  const { ids, select } = selection
  const columns = useMemberColumns(view.all)
  const { data: preferences } = usePreferences()
  const { searchBox, focusSearch } = useSearchShortcuts()
  const grid = useRef<GridBodyHandle>(null)
  const onPlace = useCallback(() => {}, [])
  const change = useCallback(
    (part: Partial<MemberView>) => setView((before) => ({ ...before, ...part })),
    [],
  )
  const narrow = (part: Partial<MemberView>) => {
    change(part)
    select.clear()
  }

  const removable = onRemove !== undefined && !view.all
  const remove = (which: readonly string[]) => {
    // Why it was refused is shown by `failure`.
    if (removable) onRemove(which).then(select.clear, () => {})
  }

  const { answer, error } = found
  const nested = group.memberCounts.groups > 0
  const dynamic = group.membership === 'dynamic'
  return (
    <SectionCard
      title={t('members')}
      fill
      actions={commands({
        selected: ids.size,
        all: view.all,
        remove: () => remove([...ids]),
      })}
    >
      <Box sx={toolbar}>
        <SearchBox
          ref={searchBox}
          label={t('searchMembers')}
          value={view.search}
          onChange={(search) => narrow({ search })}
          onLeave={() => grid.current?.focus()}
        />
        {nested ? (
          <ToggleButtonGroup
            exclusive
            size="small"
            aria-label={t('members')}
            value={view.all}
            onChange={(_event, all) => {
              if (typeof all === 'boolean') narrow({ all, sort: [] })
            }}
          >
            <ToggleButton value={false} sx={toggle}>
              {t('direct')}
            </ToggleButton>
            <ToggleButton value={true} sx={toggle}>
              {t('everybody')}
            </ToggleButton>
          </ToggleButtonGroup>
        ) : null}
      </Box>
      <Box sx={{ mx: -1 }}>
        <ListStatus
          shown={
            answer
              ? t('membersShown', { matching: answer.matching, count: answer.total })
              : t('membersLoading')
          }
          note={answer?.approximate ? t('approximate') : undefined}
          matching={answer?.matching ?? 0}
          selection={selection}
        />
      </Box>
      <Box sx={{ px: 2 }}>
        <FailureAlert error={error} onRetry={found.retry} />
        <FailureAlert
          error={failure ?? unread}
          onClose={() => {
            setUnread(null)
            onFailureClosed()
          }}
        />
      </Box>
      <Grid
        label={t('members')}
        columns={columns}
        view={view}
        handle={grid}
        found={found}
        rowHeight={rowHeights[preferences?.density ?? 'standard']}
        selection={selection}
        firstRow={0}
        activeRow={null}
        onPlace={onPlace}
        onChange={change}
        onOpen={goToMember}
        onRemove={removable ? remove : undefined}
        onType={focusSearch}
        below={
          answer?.matching !== 0 ? null : view.search.trim() !== '' ? (
            <EmptyState
              title={t('noMembersMatch', { search: view.search.trim() })}
              text={t('noMatchHint')}
            />
          ) : (
            <EmptyState
              title={t(dynamic ? 'noMembersByRule' : 'noMembers')}
              text={t(dynamic ? 'noMembersByRuleText' : 'noMembersText')}
            />
          )
        }
      />
    </SectionCard>
  )
}

const goToMember = (member: MemberRow) => goTo(placeOf(member))

const toolbar = { display: 'flex', flexWrap: 'wrap', gap: 1, px: 2, pt: 1.5 }

const toggle = { py: 0, height: 32, textTransform: 'none', typography: 'body2' }
