import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { BadgeCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import type { Verifiable } from '../../../shared/directory/user.ts'
import { isEmpty } from '../../../shared/fields/values.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'
import { useWhyNot } from '../../api/use-authority.ts'
import { useUndo } from '../../api/use-undo.ts'
import { useValueWords } from '../../properties/use-value-words.ts'
import { useToast } from '../../ui/toast.tsx'
import { useFailureToast } from '../../ui/use-failure-toast.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'

/** Who vouches for a contact and since when, and the button to vouch for it or to stop. */
export function ContactVerification({
  user,
  property,
}: {
  readonly user: Profile
  readonly property: Verifiable
}) {
  const { t } = useTranslation(['profile', 'properties'])
  const words = useValueWords()
  const refusal = useWhyNot()('users.authentication', { user })
  const allowed = refusal === undefined && user.deletedDateTime === null
  const setVerified = useSetVerified(user, property)
  if (isEmpty(user[property])) return null
  const verification = user.verifications[property]
  const label = t(`properties:${property}`)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      {verification ? (
        <>
          <Chip
            icon={<BadgeCheck size={14} aria-hidden />}
            label={t('verified')}
            color="success"
            variant="outlined"
          />
          <Typography variant="caption" color="textSecondary">
            {t('verifiedBy', {
              name: verification.verifiedBy.displayName,
              when: words.moment(verification.verifiedAt),
            })}
          </Typography>
        </>
      ) : (
        <Chip label={t('notVerified')} variant="outlined" />
      )}
      {allowed ? (
        <Button
          loading={setVerified.isPending}
          onClick={() => setVerified.mutate(verification === undefined)}
          sx={{ minHeight: 24, py: 0 }}
        >
          <span aria-hidden>{verification ? t('withdraw') : t('verify')}</span>
          <VisuallyHidden>
            {verification ? t('withdrawContact', { label }) : t('verifyContact', { label })}
          </VisuallyHidden>
        </Button>
      ) : null}
    </Box>
  )
}

function useSetVerified({ id, revision }: Profile, property: Verifiable) {
  const { t } = useTranslation(['profile', 'properties'])
  const api = useApi()
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useUndo()
  const label = t(`properties:${property}`)
  return useMutation({
    mutationFn: (verified: boolean) => api.verifyContact({ id, revision, property, verified }),
    onSuccess: (saved, verified) => {
      queries.setQueryData(userQueryOf(api, id).queryKey, saved)
      toast({
        message: t(verified ? 'contactVerified' : 'contactWithdrawn', { label }),
        ...(undo ? { action: undo(saved.transactionId) } : {}),
      })
    },
    onError: useFailureToast(),
  })
}
