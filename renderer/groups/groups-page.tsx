import Button from '@mui/material/Button'
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWhyNot } from '../api/use-authority.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { GroupList } from './group-list.tsx'
import { useGroupCommands } from './use-group-commands.ts'

/** All groups of the directory, as the person last left the list. */
export function GroupsPage() {
  const { t } = useTranslation('groups')
  const { remove } = useGroupCommands()
  const whyNot = useWhyNot()
  const mayCreate = whyNot('groups.create') === undefined
  const refusal = whyNot('groups.delete')
  useShortcuts(mayCreate ? { 'mod+n': create } : {})

  return (
    <GroupList
      kind="groups"
      title={t('heading')}
      searchLabel={t('search')}
      commands={(anySelected, run) => (
        <>
          <GoLink to={places.deletedGroups} variant="body2" sx={{ mr: 1 }}>
            {t('showDeleted')}
          </GoLink>
          <CommandButton
            label={t('delete')}
            icon={Trash2}
            refusal={refusal}
            disabled={refusal === undefined && !anySelected}
            onClick={() => run(remove)}
          />
          <CommandButton
            label={t('newGroup')}
            icon={Plus}
            variant="contained"
            color="primary"
            refusal={whyNot('groups.create')}
            onClick={create}
          />
        </>
      )}
      onRemove={refusal === undefined ? remove : undefined}
      welcome={
        <EmptyState title={t('emptyHeading')} text={t('emptyText')}>
          {mayCreate ? (
            <Button variant="outlined" onClick={create}>
              {t('emptyAdd')}
            </Button>
          ) : null}
        </EmptyState>
      }
    />
  )
}

const create = () => goTo(places.newGroup)
