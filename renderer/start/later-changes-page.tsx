import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { useLaterChanges } from '../api/queries.ts'
import { useFormats } from '../text/formats.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { useToast } from '../ui/toast.tsx'
import { StartFrame } from './start-frame.tsx'

type Preview = Output<'previewLaterChanges'>

const reasons = {
  gone: 'leftGone',
  there: 'leftThere',
  changed: 'leftChanged',
  'in-the-way': 'leftInTheWay',
} as const

/** What can be brought back of a damaged directory, before it is. */
export function LaterChangesPage({
  dataFolder,
  onBack,
}: {
  readonly dataFolder: string
  readonly onBack: () => void
}) {
  const { t } = useTranslation('start')
  const { data, error } = useLaterChanges()
  const api = useApi()
  const toast = useToast()
  const { number } = useFormats()
  const bringing = useMutation({
    mutationFn: () => api.bringBackLaterChanges({}),
    onSuccess: ({ carried }) =>
      toast({ message: t('broughtBack', { count: carried, shown: number(carried) }) }),
  })
  return (
    <StartFrame title={t('bringBack')} dataFolder={dataFolder} wide>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {t('bringBackHint')}
      </Typography>
      <FailureAlert error={error ?? bringing.error} />
      {data ? <Facts preview={data} /> : null}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        {data?.possible ? (
          <Button
            variant="contained"
            color="warning"
            loading={bringing.isPending}
            onClick={() => bringing.mutate()}
          >
            {t('bringBackNow')}
          </Button>
        ) : null}
        <Button variant="outlined" disabled={bringing.isPending} onClick={onBack}>
          {t('back')}
        </Button>
      </Box>
    </StartFrame>
  )
}

function Facts({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation('start')
  const { moment, number } = useFormats()
  const { possible, savedAt, fitting, left, more } = preview
  if (!possible) return <Alert severity="info">{t('nothingToBringBack')}</Alert>
  const leaving = left.length + more
  return (
    <>
      <Box component="ul" sx={{ my: 1, pl: 2.5 }}>
        <Typography component="li">{t('wholeUntil', { when: moment(savedAt ?? '') })}</Typography>
        <Typography component="li">
          {t('fitting', { count: fitting, shown: number(fitting) })}
        </Typography>
        <Typography component="li">
          {t('leaving', { count: leaving, shown: number(leaving) })}
        </Typography>
      </Box>
      {left.length > 0 ? <Leaving preview={preview} /> : null}
    </>
  )
}

/** The changes that do not fit: whoever made them may want to make them again. */
function Leaving({ preview: { left, more } }: { readonly preview: Preview }) {
  const { t } = useTranslation(['start', 'activityNames', 'history'])
  const { moment, number } = useFormats()
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h2">{t('notFitting')}</Typography>
      <Box
        component="ul"
        tabIndex={0}
        aria-label={t('notFitting')}
        sx={{ listStyle: 'none', m: 0, mt: 1, p: 0, maxHeight: 320, overflow: 'auto' }}
      >
        {left.map(({ id, at, actor, activity, reason, kind, name }) => (
          <Box component="li" key={id} sx={{ py: 0.75, borderTop: 1, borderColor: 'divider' }}>
            <Typography dir="auto">
              {t(`activityNames:${activity}`)} –{' '}
              {t(reasons[reason], { name: name || t(`history:kinds.${kind}`) })}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {t('leftBy', { when: moment(at), name: actor })}
            </Typography>
          </Box>
        ))}
      </Box>
      {more > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('leftMore', { count: more, shown: number(more) })}
        </Typography>
      ) : null}
    </Box>
  )
}
