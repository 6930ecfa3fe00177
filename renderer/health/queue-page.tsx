import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ListChecks } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HealthGroup, HealthQueue } from '../../shared/contract/health-requests.ts'
import { useChooseUsers } from '../api/choose-users.ts'
import { useHealthQueue } from '../api/queries.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { Page } from '../ui/page.tsx'
import { UserAvatar } from '../ui/user-avatar.tsx'

/** Groups shown at first, and how many more at a time. */
const step = 100

/** Everybody in one queue, and the way to work on them in the list. */
export function QueuePage({ queue }: { readonly queue: HealthQueue }) {
  const { t } = useTranslation('health')
  const choose = useChooseUsers()
  const [shown, setShown] = useState(step)
  const { data, error } = useHealthQueue(queue, shown)
  return (
    <Page
      title={t(queue)}
      above={<GoLink to={places.health}>{t('back')}</GoLink>}
      about={
        <Typography variant="body2" color="textSecondary">
          {t(`${queue}Text`)} {data ? t('people', { count: data.users }) : null}
        </Typography>
      }
      actions={
        data && data.users > 0 ? (
          <CommandButton
            label={t('chooseAll')}
            icon={ListChecks}
            onClick={() => void choose(data.ids)}
          />
        ) : null
      }
    >
      {error ? <FailureAlert error={error} /> : null}
      {data?.users === 0 ? <EmptyState title={t('queueClear')} text={t('queueClearText')} /> : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 900 }}>
        {data?.groups.map((group) => (
          <Group
            key={group.people.map(({ id }) => id).join()}
            group={group}
            onChoose={() => void choose(group.people.map(({ id }) => id))}
          />
        ))}
      </Box>
      {data && data.total > shown && shown < 500 ? (
        <Button onClick={() => setShown(shown + step)} sx={{ mt: 1 }}>
          {t('showMore')}
        </Button>
      ) : null}
    </Page>
  )
}

function Group({
  group,
  onChoose,
}: {
  readonly group: HealthGroup
  readonly onChoose: () => void
}) {
  const { t } = useTranslation('health')
  const { reason, value, people } = group
  const [one, other] = people
  const compared = one && other && people.length === 2 ? ([one.id, other.id] as const) : null
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}>
      {reason ? (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <Typography variant="body2" sx={{ flex: 1, fontWeight: 600, overflowWrap: 'anywhere' }}>
            {t(reason, { value: value ?? '' })}
          </Typography>
          {compared ? <GoLink to={places.compare(...compared)}>{t('compare')}</GoLink> : null}
          <Button onClick={onChoose}>{t('chooseTwo')}</Button>
        </Box>
      ) : null}
      {people.map((person) => (
        <Box
          key={person.id}
          sx={{ display: 'flex', alignItems: 'center', gap: 1, py: 0.25, minWidth: 0 }}
        >
          <UserAvatar user={person} size={24} />
          <GoLink to={places.profile(person.id)} sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <bdi>{person.displayName}</bdi>
          </GoLink>
          <Typography variant="body2" color="textSecondary" noWrap sx={{ minWidth: 0 }}>
            <bdi>{person.accountEnabled ? person.jobTitle : t('blocked')}</bdi>
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
