import Button, { type ButtonProps } from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

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
      <VisuallyHidden role="status">{retrying.isSuccess ? t('triedAgain') : ''}</VisuallyHidden>
    </>
  )
}
