import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Section } from '../../shared/fields/property.ts'
import { usePermission } from '../api/use-permission.ts'
import { SectionCard } from '../ui/section-card.tsx'
import { type CardId, cardIdOf, columns } from './section-cards.ts'
import { SectionList } from './section-list.tsx'

/** The cards of a profile, the same for reading and editing, with their list where there is room. */
export function ProfileSections({
  photo,
  roles,
  groups,
  history,
  children,
}: {
  readonly photo?: ReactNode
  readonly roles?: ReactNode
  /** The groups somebody is in; below the sections of the last column. */
  readonly groups?: ReactNode
  /** What was done so far; it stands below the columns. */
  readonly history?: ReactNode
  readonly children: (section: Section) => ReactNode
}) {
  const { t } = useTranslation('sectionNames')
  const mayReadHistory = usePermission('history.read')
  const cards: readonly CardId[] = [
    ...(photo ? (['photo'] as const) : []),
    ...columns.flat(),
    ...(roles ? (['roles'] as const) : []),
    ...(groups ? (['groups'] as const) : []),
    ...(history && mayReadHistory ? (['history'] as const) : []),
  ]
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3 }}>
      <SectionList cards={cards} />
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          maxWidth: 1400,
          display: 'grid',
          alignItems: 'start',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        {columns.map((sections, index) => (
          <Box key={sections[0]} sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
            {index === 0 && photo ? <Box id={cardIdOf('photo')}>{photo}</Box> : null}
            {sections.map((section) => (
              <SectionCard key={section} id={cardIdOf(section)} title={t(section)}>
                {children(section)}
              </SectionCard>
            ))}
            {index === columns.length - 1 && roles ? (
              <Box id={cardIdOf('roles')}>{roles}</Box>
            ) : null}
            {index === columns.length - 1 ? groups : null}
          </Box>
        ))}
        {history ? <Box sx={{ gridColumn: '1 / -1', minWidth: 0 }}>{history}</Box> : null}
      </Box>
    </Box>
  )
}
