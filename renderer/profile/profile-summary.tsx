import Box from '@mui/material/Box'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../shared/contract/profile.ts'
import { useValueWords } from '../properties/use-value-words.ts'

/** What a user is, in one line: job, department, kind of account and roles. */
export function ProfileSummary({ user }: { readonly user: Profile }) {
  const { t } = useTranslation('profile')
  const words = useValueWords()
  const enabled = user.accountEnabled ? 'canSignIn' : 'blocked'
  const standing = user.deletedDateTime === null ? enabled : 'deleted'
  const job = [user.jobTitle, user.department].filter((text) => text !== null)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 28 }}>
      {job.length > 0 ? (
        <Typography color="textSecondary" noWrap title={job.join(' · ')}>
          {job.map((text, index) => (
            <span key={text}>
              {index > 0 ? ' · ' : ''}
              <bdi>{text}</bdi>
            </span>
          ))}
        </Typography>
      ) : null}
      <Chip variant="outlined" label={words.choice(user.userType)} />
      <Chip
        variant="outlined"
        color={standing === 'canSignIn' ? 'default' : 'error'}
        label={t(standing)}
      />
      {user.roles.map((role) => (
        <Chip key={role} variant="outlined" color="primary" label={role} />
      ))}
    </Box>
  )
}
