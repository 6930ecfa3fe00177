import Button, { type ButtonProps } from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'

/** Reads the data folder again. When the trouble is over, the page makes way for the next. */
export function RetryButton({ variant }: Pick<ButtonProps, 'variant'>) {
  const { t } = useTranslation('start')
  const api = useApi()
  const retrying = useMutation({ mutationFn: () => api.retryOpen({}) })
  return (
    <>
      <Button
        {...(variant ? { variant } : {})}
        loading={retrying.isPending}
        onClick={() => retrying.mutate()}
      >
        {t('tryAgain')}
      </Button>
      <Typography
        role="status"
        variant="body2"
        color="textSecondary"
        sx={{ alignSelf: 'center', order: 1 }}
      >
        {retrying.isSuccess ? t('triedAgain') : ''}
      </Typography>
    </>
  )
}
