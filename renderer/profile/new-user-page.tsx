import Alert from '@mui/material/Alert'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../../shared/contract/personal-requests.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import { useDirectory } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useUndo } from '../api/use-undo.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { Page } from '../ui/page.tsx'
import { useToast } from '../ui/toast.tsx'
import { BackToUsers } from './back-to-users.tsx'
import { DraftBanner } from './draft-banner.tsx'
import type { KeptEdits } from './form/draft-keeper.ts'
import { EditForm } from './form/edit-form.tsx'
import { editsIn } from './form/edits.ts'
import { openNewForm } from './form/form.ts'
import { useDraft } from './use-draft.ts'

/** The profile of a user who is yet to be added: the same form, with names proposed. */
export function NewUserPage() {
  const { t } = useTranslation(['profile', 'shell'])
  const toast = useToast()
  const undo = useUndo()
  const found = useDraft('new')
  const [begun, setBegun] = useState<Draft | null>(null)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const { data: directory } = useDirectory()
  const refusal = useWhyNot()('users.create')
  const allowed = refusal === undefined
  const [domain] = directory?.domains ?? []

  const saved = (user: Profile) => {
    const action = undo?.(user.transactionId, () => goTo(places.users))
    toast({ message: t('added'), ...(action ? { action } : {}) })
    goTo(places.profile(user.id), { replace: true, unguarded: true })
  }
  const discarded = (edits: KeptEdits | null) => {
    goTo(places.users, { unguarded: true })
    if (!edits) return
    const run = () => void found.bringBack(edits).then(() => goTo(places.newUser))
    toast({ message: t('discarded'), action: { label: t('shell:undo'), run } })
  }

  return (
    <Page title={t('newUserHeading')} above={<BackToUsers />} below={<div ref={setBar} />}>
      {allowed ? null : <Alert severity="info">{refusal}</Alert>}
      {allowed && found.draft ? (
        <DraftBanner
          savedAt={found.draft.savedAt}
          onContinue={() => {
            setBegun(found.draft)
            found.answer()
          }}
          onDiscard={found.discard}
        />
      ) : null}
      {allowed && found.known && domain !== undefined && !found.draft ? (
        <EditForm
          start={() => openNewForm(domain, begun ? editsIn(begun.changes) : {})}
          user={null}
          name={t('newUserName')}
          onSaved={saved}
          onDiscarded={discarded}
          onEscape={() => goTo(places.users)}
          bar={bar}
        />
      ) : null}
    </Page>
  )
}
