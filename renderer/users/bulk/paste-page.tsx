import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { useUnsavedGuard } from '../../navigation/leave-dialog.tsx'
import { BulkFrame } from './bulk-frame.tsx'
import { PasteForm } from './paste-form.tsx'
import { useBulkPreview } from './use-bulk-preview.ts'

export type Pasted = Asked<'previewPastedUpdate'>

/** Edits users by rows that were copied from a spreadsheet, with a preview of every value. */
export function PastePage() {
  const { t } = useTranslation('bulk')
  const api = useApi()
  const [pasted, setPasted] = useState<Pasted>({ text: '', empty: 'keep' })
  const asked = pasted.text.trim() === '' ? null : pasted
  const bulk = useBulkPreview(asked, (input: Pasted) => api.previewPastedUpdate(input))
  useUnsavedGuard(
    asked ? t('unsavedRows') : null,
    useCallback(() => setPasted({ text: '', empty: 'keep' }), []),
  )
  return (
    <BulkFrame title={t('pasteTitle')} before={t('pasteBefore')} bulk={bulk}>
      <PasteForm
        pasted={pasted}
        read={bulk.found}
        busy={bulk.previewing}
        onChange={setPasted}
        onPreview={bulk.show}
      />
    </BulkFrame>
  )
}
