import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GroupDetails } from '../../../shared/contract/group.ts'
import { failureIn } from '../../api/client.ts'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import type { Chosen } from './chosen.ts'
import { MemberChooser } from './member-chooser.tsx'
import { useMemberChanges } from './use-member-changes.ts'

/** Chooses people and groups and adds them to a group, all in one step. */
export function AddMembers({
  group,
  onDone,
}: {
  readonly group: GroupDetails
  readonly onDone: () => void
}) {
  const { t } = useTranslation('groups')
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const { adding } = useMemberChanges(group)
  const refused = failureIn(adding.error)?.fields?.memberIds
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => content.current?.querySelector('input')?.focus(), [])
  const add = () =>
    adding.mutate(
      chosen.map(({ id }) => id),
      { onSuccess: onDone },
    )
  return (
    <>
      <Box ref={content} sx={{ flex: 1, minHeight: 0, overflow: 'auto', p: 2 }}>
        <MemberChooser
          chosen={chosen}
          groupsToo={group.kind === 'security'}
          without={[group.id]}
          error={refused}
          onChange={(next) => {
            adding.reset()
            setChosen(next)
          }}
        />
        {refused === undefined ? <FailureAlert error={adding.error} /> : null}
      </Box>
      <Box sx={bar}>
        <Button color="inherit" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button
          variant="contained"
          disabled={chosen.length === 0}
          loading={adding.isPending}
          onClick={add}
        >
          {t('add', { count: chosen.length })}
        </Button>
      </Box>
    </>
  )
}

const bar = {
  display: 'flex',
  justifyContent: 'flex-end',
  gap: 1,
  px: 2,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
}
