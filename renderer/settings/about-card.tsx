import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { programQuery, useStatus } from '../api/queries.ts'
import { ShowFolderButton } from '../folders/show-folder-button.tsx'
import { SaveDiagnostics } from '../support/save-diagnostics.tsx'
import { Fact } from '../ui/fact.tsx'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { SectionCard } from '../ui/section-card.tsx'

/** Which Roster this is, what it runs on, and where its data lies. `asked`: somebody came to see this. */
export function AboutCard({ asked }: { readonly asked: boolean }) {
  const { t } = useTranslation('about')
  const api = useApi()
  const { data: program, error } = useQuery(programQuery(api))
  const { data: status } = useStatus()
  const card = useRef<HTMLDivElement>(null)
  const shown = program !== undefined && status !== undefined
  useEffect(() => {
    if (asked && shown) card.current?.focus()
  }, [asked, shown])
  if (error) return <FailureAlert error={error} />
  if (!shown) return null
  const { version, electron, node, platform, arch } = program
  const system = isKnown(platform) ? t(`systems.${platform}`) : platform
  const engine = electron === null ? t('node', { node }) : t('electron', { electron, node })
  return (
    <Box ref={card} tabIndex={-1} sx={{ '&:focus': { outline: 'none' }, scrollMarginTop: 16 }}>
      <SectionCard title={t('heading')} actions={<ShowFolderButton folder="data" />}>
        <Box
          component="dl"
          sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 2, rowGap: 1 }}
        >
          <Fact label={t('version')}>{t('versionOf', { version })}</Fact>
          <Fact label={t('runsOn')}>{engine}</Fact>
          <Fact label={t('system')}>{t('systemOf', { system, arch })}</Fact>
          <Fact label={t('licence')}>{t('licenceText')}</Fact>
          <Fact label={t('dataFolder')} copy={status.dataFolder} wide>
            {status.dataFolder}
          </Fact>
          <Fact label={t('notices')} wide>
            {t('noticesText')}
          </Fact>
        </Box>
        <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
          {t('diagnosticsHint')}
        </Typography>
        <SaveDiagnostics variant="outlined" />
      </SectionCard>
    </Box>
  )
}

const isKnown = (platform: string): platform is 'win32' | 'darwin' | 'linux' =>
  ['win32', 'darwin', 'linux'].includes(platform)
