import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { goTo } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { useUserCommands } from '../use-user-commands.ts'

export type Preview = Output<'previewBulkUpdate'>

export type BulkPreview<Found extends Preview = Preview> = {
  readonly found: Found | undefined
  /** What is asked for is no longer what the preview shows. */
  readonly outdated: boolean
  readonly applicable: boolean
  readonly previewing: boolean
  readonly applying: boolean
  readonly error: unknown
  readonly show: () => void
  readonly apply: () => void
}

/** Previews what is `asked`, which is null while something is missing, and saves what was previewed. */
export function useBulkPreview<Asked, Found extends Preview>(
  asked: Asked | null,
  ask: (asked: Asked) => Promise<Found>,
): BulkPreview<Found> {
  const { t } = useTranslation('bulk')
  const api = useApi()
  const { report } = useUserCommands()
  const preview = useMutation({ mutationFn: ask })
  const found = preview.data
  const saving = useMutation({
    mutationFn: (previewId: string) =>
      api.bulkUpdateUsers({ previewId, only: found && found.invalid > 0 ? 'valid' : 'all' }),
    onSuccess: ({ transactionId, updated }) => {
      report(t('done', { count: updated }), transactionId)
      goTo(places.users, { unguarded: true })
    },
  })
  const outdated =
    preview.variables !== asked && JSON.stringify(preview.variables) !== JSON.stringify(asked)
  const applicable = found !== undefined && found.changed > 0 && !outdated && preview.isSuccess
  const show = () => {
    if (asked === null) return
    saving.reset()
    preview.mutate(asked)
  }
  const apply = () => {
    if (applicable && !saving.isPending) saving.mutate(found.previewId)
  }
  useShortcuts({ 'mod+Enter': show, 'mod+s': apply })
  return {
    found,
    outdated,
    applicable,
    previewing: preview.isPending,
    applying: saving.isPending,
    error: saving.error ?? preview.error,
    show,
    apply,
  }
}
