import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Profile } from '../../../shared/contract/profile.ts'
import { useApi } from '../../api/api-context.tsx'
import { userQueryOf } from '../../api/queries.ts'
import { useUndo } from '../../api/use-undo.ts'
import { useToast } from '../../ui/toast.tsx'
import type { Square } from './crop-view.ts'

type PhotoChange = {
  /** The user the change was begun on; null for the user as it is now. */
  readonly before: Profile | null
  /** Null takes the photo off. */
  readonly image: Uint8Array<ArrayBuffer> | null
  readonly crop?: Square
}

/** Puts a photo on a user or takes it off, and offers to undo that. */
export function usePhotoChange(id: string) {
  const { t } = useTranslation('photo')
  const api = useApi()
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useUndo()
  const userQuery = userQueryOf(api, id)
  return useMutation({
    mutationFn: async ({ before, image, crop }: PhotoChange) => {
      const { revision, photo } =
        before ?? (await queries.fetchQuery({ ...userQuery, staleTime: 0 }))
      const saved = image
        ? await api.setPhoto({ id, revision, image, ...(crop ? { crop } : {}) })
        : await api.removePhoto({ id, revision })
      return { saved, changed: saved.photo !== photo }
    },
    onSuccess: ({ saved, changed }, { image }) => {
      queries.setQueryData(userQuery.queryKey, saved)
      const message = t(image ? 'changed' : 'removed')
      // The same picture again changes nothing, and its transaction would be somebody's earlier one.
      toast({ message, ...(changed && undo ? { action: undo(saved.transactionId) } : {}) })
    },
  })
}
