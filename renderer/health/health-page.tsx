import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { useHealth } from '../api/queries.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { SectionCard } from '../ui/section-card.tsx'
import { DepartmentTable } from './department-table.tsx'
import { FilledBar } from './filled-bar.tsx'
import { QueueList } from './queue-list.tsx'

/** How good the directory's data is, and what to work off. */
export function HealthPage() {
  const { t } = useTranslation(['health', 'sectionNames'])
  const formats = useFormats()
  const { data, error } = useHealth()
  return (
    <Page
      title={t('heading')}
      about={
        data ? (
          <Typography variant="body2" color="textSecondary">
            {t('about', { users: formats.number(data.users) })}
          </Typography>
        ) : null
      }
    >
      {error ? <FailureAlert error={error} /> : null}
      {data ? (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
            maxWidth: 1200,
          }}
        >
          <SectionCard title={t('queuesHeading')}>
            <QueueList queues={data.queues} />
          </SectionCard>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <SectionCard title={t('completeness')}>
              <Box sx={{ display: 'grid', gap: 1.5 }}>
                {data.sections.map(({ section, ...counts }) => (
                  <FilledBar key={section} label={t(`sectionNames:${section}`)} {...counts} />
                ))}
              </Box>
            </SectionCard>
            <SectionCard title={t('byDepartment')}>
              <DepartmentTable departments={data.departments} />
            </SectionCard>
          </Box>
        </Box>
      ) : null}
    </Page>
  )
}
