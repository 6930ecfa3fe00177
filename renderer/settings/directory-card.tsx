import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useDirectory } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { Domains } from './domains.tsx'
import { NewAndDeletedUsers } from './new-and-deleted-users.tsx'
import { useDirectoryChanges } from './use-directory-changes.ts'

/** What the directory is, and what holds for everybody in it. */
export function DirectoryCard() {
  const { t } = useTranslation('directorySettings')
  const { number } = useFormats()
  const { data: directory } = useDirectory()
  const refusal = useWhyNot()('directory.settings')
  const changes = useDirectoryChanges()
  if (!directory) return null
  const facts = [
    [t('name'), directory.displayName],
    [t('users'), number(directory.users)],
    [t('dataFolder'), directory.dataFolder],
  ] as const
  return (
    <SectionCard title={t('heading')}>
      <Box sx={{ display: 'grid', gap: 3 }}>
        <Box component="dl" sx={factsGrid}>
          {facts.map(([label, value]) => (
            <Box key={label} sx={{ display: 'contents' }}>
              <Typography component="dt" variant="body2" color="textSecondary">
                {label}
              </Typography>
              <Typography component="dd" dir="auto" sx={fact}>
                {value}
              </Typography>
            </Box>
          ))}
        </Box>
        {refusal === undefined ? null : (
          <Typography variant="body2" color="textSecondary">
            {refusal}
          </Typography>
        )}
        <FailureAlert error={changes.error} onClose={changes.forget} />
        <NewAndDeletedUsers
          directory={directory}
          disabled={refusal !== undefined}
          onChange={changes.save}
        />
        <Domains domains={directory.domains} changes={changes} disabled={refusal !== undefined} />
      </Box>
    </SectionCard>
  )
}

const factsGrid = { display: 'grid', gridTemplateColumns: '160px 1fr', rowGap: 1, m: 0 } as const

const fact = { m: 0, overflowWrap: 'anywhere', unicodeBidi: 'isolate' } as const
