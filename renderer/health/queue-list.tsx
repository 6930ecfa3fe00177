import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { places } from '../navigation/places.ts'
import { GoLink } from '../ui/go-link.tsx'

/** What to look at: each with what it means and how many it concerns. */
export function QueueList({ queues }: { readonly queues: Output<'getHealth'>['queues'] }) {
  const { t } = useTranslation('health')
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5 }}>
      {queues.map(({ queue, users }) => (
        <Box component="li" key={queue} sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            {users > 0 ? (
              <GoLink to={places.healthQueue(queue)} sx={{ fontWeight: 600 }}>
                {t(queue)}
              </GoLink>
            ) : (
              <Typography component="span" sx={{ fontWeight: 600 }}>
                {t(queue)}
              </Typography>
            )}
            <Typography variant="body2" color="textSecondary">
              {t(`${queue}Text`)}
            </Typography>
          </Box>
          <Typography
            sx={{
              display: 'inline-flex',
              alignItems: 'center',
              gap: 0.5,
              whiteSpace: 'nowrap',
              fontVariantNumeric: 'tabular-nums',
              color: users > 0 ? 'text.primary' : 'success.main',
            }}
          >
            {users > 0 ? t('people', { count: users }) : t('allClear')}
            {users > 0 ? null : <CircleCheck size={14} aria-hidden />}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
