import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMutation } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkEdit } from '../../../shared/fields/bulk-edit.ts'
import { useApi } from '../../api/api-context.tsx'
import { useUnsavedGuard } from '../../navigation/leave-dialog.tsx'
import { goTo } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import { Page } from '../../ui/page.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { useLeftList } from '../use-left-list.ts'
import { useUserCommands } from '../use-user-commands.ts'
import { ApplyBar } from './apply-bar.tsx'
import { type DraftEdit, editsOf } from './draft-edits.ts'
import { EditList } from './edit-list.tsx'
import { PreviewPanel } from './preview-panel.tsx'

/** Edits the users that are chosen in the list, with a preview of every value. */
export function BulkEditPage() {
  const { t } = useTranslation('bulk')
  const { data: left } = useLeftList('users')
  const ids = left?.selected ?? []
  if (ids.length > 0) return <BulkEditForm ids={ids} />
  return (
    <Page title={t('title', { count: 0 })}>
      {left ? (
        <EmptyState title={t('nobody')} text={t('nobodyText')}>
          <Button variant="outlined" onClick={() => goTo(places.users)}>
            {t('goToUsers')}
          </Button>
        </EmptyState>
      ) : null}
    </Page>
  )
}

function BulkEditForm({ ids: chosen }: { readonly ids: readonly string[] }) {
  const { t } = useTranslation('bulk')
  const api = useApi()
  const { report } = useUserCommands()
  const [ids] = useState(chosen)
  const [drafts, setDrafts] = useState<readonly DraftEdit[]>([])
  const edits = editsOf(drafts)
  const preview = useMutation({
    mutationFn: (asked: BulkEdit[]) => api.previewBulkUpdate({ ids: [...ids], edits: asked }),
  })
  const found = preview.data
  const apply = useMutation({
    mutationFn: (previewId: string) =>
      api.bulkUpdateUsers({ previewId, only: found && found.invalid > 0 ? 'valid' : 'all' }),
    onSuccess: ({ transactionId, updated }) => {
      report(t('done', { count: updated }), transactionId)
      goTo(places.users, { unguarded: true })
    },
  })

  useUnsavedGuard(
    drafts.length > 0 ? t('unsavedName') : null,
    useCallback(() => setDrafts([]), []),
  )
  const outdated = JSON.stringify(preview.variables) !== JSON.stringify(edits)
  const showPreview = () => {
    if (!edits) return
    apply.reset()
    preview.mutate(edits)
  }
  const applicable = found !== undefined && found.changed > 0 && !outdated && preview.isSuccess
  const save = () => {
    if (applicable && !apply.isPending) apply.mutate(found.previewId)
  }
  useShortcuts({ 'mod+Enter': showPreview, 'mod+s': save })

  return (
    <Page
      title={t('title', { count: ids.length })}
      fill
      below={
        <ApplyBar
          counts={found && !outdated ? found : null}
          applicable={applicable}
          applying={apply.isPending}
          onApply={save}
          onCancel={() => goTo(places.users)}
        />
      }
    >
      <Box
        sx={{
          flex: 1,
          minHeight: 0,
          display: 'grid',
          gridTemplateColumns: { xs: '300px minmax(0, 1fr)', lg: '360px minmax(0, 1fr)' },
          gap: 2,
          px: 3,
          pb: 2,
        }}
      >
        <EditList
          drafts={drafts}
          ready={edits !== null}
          busy={preview.isPending}
          onChange={setDrafts}
          onPreview={showPreview}
        />
        <Box
          component="section"
          aria-label={t('previewTitle')}
          aria-busy={preview.isPending}
          sx={{ minHeight: 0, display: 'flex', flexDirection: 'column', gap: 1.5 }}
        >
          <FailureAlert error={apply.error ?? preview.error} onRetry={showPreview} />
          {found ? (
            <PreviewPanel
              key={found.previewId}
              preview={found}
              outdated={outdated}
              onRetry={showPreview}
            />
          ) : (
            <Box sx={{ m: 'auto' }}>
              <EmptyState title={t('before')} text={t('beforeText')} />
            </Box>
          )}
        </Box>
      </Box>
    </Page>
  )
}
