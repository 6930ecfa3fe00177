import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Check } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedRole } from '../../shared/contract/role-requests.ts'
import { SectionCard } from '../ui/section-card.tsx'

/** What a role may do, in words, and to whom. */
export function RolePowers({ role: { may, reach } }: { readonly role: ListedRole }) {
  const { t } = useTranslation('roles')
  return (
    <SectionCard title={t('powers')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Powers title={t('forEverybody')} may={may} />
        {reach ? <Powers title={t('forSome')} whom={reach.whom} may={reach.may} /> : null}
      </Box>
    </SectionCard>
  )
}

function Powers({
  title,
  whom,
  may,
}: {
  readonly title: string
  readonly whom?: string
  readonly may: readonly string[]
}) {
  const heading = useId()
  return (
    <div>
      <Typography variant="h3" id={heading}>
        {title}
      </Typography>
      {whom ? (
        <Typography variant="body2" color="textSecondary">
          {whom}
        </Typography>
      ) : null}
      <Box
        component="ul"
        aria-labelledby={heading}
        sx={{
          m: 0,
          mt: 0.5,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
          columnGap: 2,
          rowGap: 0.5,
        }}
      >
        {may.map((words) => (
          <Box
            component="li"
            key={words}
            sx={{ display: 'flex', gap: 1, '& svg': { flex: 'none', mt: '2px' } }}
          >
            <Box component="span" sx={{ color: 'success.main', display: 'inline-flex' }}>
              <Check size={16} aria-hidden />
            </Box>
            {words}
          </Box>
        ))}
      </Box>
    </div>
  )
}
