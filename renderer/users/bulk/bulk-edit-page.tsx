import Button from '@mui/material/Button'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkEdit } from '../../../shared/fields/bulk-edit.ts'
import { useApi } from '../../api/api-context.tsx'
import { useUnsavedGuard } from '../../navigation/leave-dialog.tsx'
import { goTo } from '../../navigation/location.ts'
import { places } from '../../navigation/places.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { useLeftList } from '../use-left-list.ts'
import { BulkFrame } from './bulk-frame.tsx'
import { type DraftEdit, editsOf } from './draft-edits.ts'
import { EditList } from './edit-list.tsx'
import { useBulkPreview } from './use-bulk-preview.ts'

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
  const [ids] = useState(chosen)
  const [drafts, setDrafts] = useState<readonly DraftEdit[]>([])
  const edits = editsOf(drafts)
  const bulk = useBulkPreview(edits, (asked: BulkEdit[]) =>
    api.previewBulkUpdate({ ids: [...ids], edits: asked }),
  )
  useUnsavedGuard(
    drafts.length > 0 ? t('unsavedName') : null,
    useCallback(() => setDrafts([]), []),
  )
  return (
    <BulkFrame title={t('title', { count: ids.length })} before={t('beforeText')} bulk={bulk}>
      <EditList
        drafts={drafts}
        ready={edits !== null}
        busy={bulk.previewing}
        onChange={setDrafts}
        onPreview={bulk.show}
      />
    </BulkFrame>
  )
}
