import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormGroup from '@mui/material/FormGroup'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { SectionCard } from '../../ui/section-card.tsx'
import { cardIdOf } from '../section-cards.ts'
import type { JoinedGroups } from './use-joined-groups.ts'

/** The groups that a new user joins with a colleague, each to be left out, and those that nobody joins so. */
export function CopiedGroups({
  colleague,
  groups: { offered, withheld, refusal, joins, choose },
}: {
  readonly colleague: Profile
  readonly groups: JoinedGroups
}) {
  const { t } = useTranslation(['profile', 'sectionNames'])
  const name = colleague.displayName
  if (offered.length + withheld.length === 0) return null
  return (
    <SectionCard title={t('sectionNames:groups')} id={cardIdOf('groups')}>
      {offered.length > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('joinsGroups', { name })}
        </Typography>
      ) : null}
      <FormGroup>
        {offered.map(({ id, displayName }) => (
          <FormControlLabel
            key={id}
            label={<bdi>{displayName}</bdi>}
            control={
              <Checkbox
                size="small"
                checked={joins(id)}
                onChange={(_event, joined) => choose(id, joined)}
              />
            }
          />
        ))}
      </FormGroup>
      {withheld.length > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t(refusal === undefined ? 'joinsNotByRule' : 'joinsNot', {
            groups: withheld.map(({ displayName }) => displayName).join(', '),
          })}{' '}
          {refusal}
        </Typography>
      ) : null}
    </SectionCard>
  )
}
