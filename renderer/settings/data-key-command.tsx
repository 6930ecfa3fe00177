import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { keyStatusQuery } from '../api/queries.ts'
import { useToast } from '../ui/toast.tsx'
import { OwnPasswordForm } from './own-password-form.tsx'

/** Puts a new data key in the present one's place, and says what that does not protect. */
export function DataKeyCommand() {
  const { t } = useTranslation('keys')
  const api = useApi()
  const toast = useToast()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const changing = useMutation({
    mutationFn: (password: string) => api.changeDataKey({ password }),
    onSuccess: async () => {
      setAsking(false)
      toast({ message: t('dataKeyChanged') })
      await queries.invalidateQueries(keyStatusQuery(api))
    },
  })
  return (
    <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
      {asking ? (
        <OwnPasswordForm
          command={t('changeDataKey')}
          pending={changing.isPending}
          error={changing.error}
          onSubmit={(password) => changing.mutate(password)}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Button variant="outlined" onClick={() => setAsking(true)}>
          {t('changeDataKey')}
        </Button>
      )}
      <Typography variant="body2" color="textSecondary">
        {t('changeHint')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('changeLimits')}
      </Typography>
    </Box>
  )
}
