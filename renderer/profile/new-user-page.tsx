import Alert from '@mui/material/Alert'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MembershipRow } from '../../shared/contract/group.ts'
import type { KeptEdits } from '../../shared/contract/personal-requests.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import { usualUserNameRule } from '../../shared/fields/user-name-rules.ts'
import { useDirectory, useMemberOf, useUser } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useUndo } from '../api/use-undo.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { FailureAlert } from '../ui/failure-alert.tsx'
import { Page } from '../ui/page.tsx'
import { useToast } from '../ui/toast.tsx'
import { BackToUsers } from './back-to-users.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { copiedEdits } from './form/copied-edits.ts'
import { CopiedGroups } from './form/copied-groups.tsx'
import { EditForm } from './form/edit-form.tsx'
import { editsIn } from './form/edits.ts'
import { openNewForm } from './form/form.ts'
import { useJoinedGroups } from './form/use-joined-groups.ts'
import { resumeDraft, useDraft } from './use-draft.ts'

/** The page on which an edit was begun. */
const placeOf = ({ copied }: KeptEdits) => (copied ? places.copyUser(copied.from) : places.newUser)

/** The new user's page, which takes over from a colleague what those have in common. */
export function CopyUserPage({ id }: { readonly id: string }) {
  const { data: colleague, error } = useUser(id)
  const { data: memberOf, error: groupsError } = useMemberOf(id)
  const failed = error ?? groupsError
  return (colleague && memberOf) || failed ? (
    <NewUserPage
      copiedFrom={id}
      colleague={colleague}
      memberships={memberOf?.groups}
      error={failed}
    />
  ) : null
}

/** The profile of a user who is yet to be added: the same form, with names proposed. */
export function NewUserPage({
  copiedFrom,
  colleague,
  memberships = [],
  error,
}: {
  /** The colleague's id, whether or not they could be read. */
  readonly copiedFrom?: string
  readonly colleague?: Profile | undefined
  /** The groups the colleague is in. */
  readonly memberships?: readonly MembershipRow[] | undefined
  /** Why the colleague could not be read. */
  readonly error?: unknown
}) {
  const { t } = useTranslation(['profile', 'shell'])
  const toast = useToast()
  const undo = useUndo()
  const fits = ({ copied }: KeptEdits) => copied?.from === copiedFrom
  const found = useDraft('new', fits)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const { data: directory } = useDirectory()
  const refusal = useWhyNot()('users.create')
  const allowed = refusal === undefined
  const [domain] = directory?.domains ?? []
  const [added, setAdded] = useState(0)
  const groups = useJoinedGroups(memberships, found.begun?.copied?.groupIds)

  const saved = (user: Profile, more: boolean) => {
    if (more) {
      const action = undo?.(user.transactionId)
      toast({ message: t('added'), ...(action ? { action } : {}) })
      found.begin(null)
      setAdded((count) => count + 1)
      return
    }
    const action = undo?.(user.transactionId, () => goTo(places.users))
    toast({ message: t('added'), ...(action ? { action } : {}) })
    goTo(places.profile(user.id), { replace: true, unguarded: true })
  }
  const discarded = (edits: KeptEdits | null) => {
    goTo(places.users, { unguarded: true })
    if (!edits) return
    const run = () => void found.bringBack(edits).then(() => goTo(placeOf(edits)))
    toast({ message: t('discarded'), action: { label: t('shell:undo'), run } })
  }

  return (
    <Page title={t('newUserHeading')} above={<BackToUsers />} below={<div ref={setBar} />}>
      {allowed ? null : <Alert severity="info">{refusal}</Alert>}
      {allowed && found.draft ? (
        <DraftBanner
          savedAt={found.draft.savedAt}
          onContinue={() => {
            const { draft } = found
            if (!draft) return
            if (fits(draft)) found.begin(draft)
            else {
              resumeDraft('new')
              goTo(placeOf(draft), { replace: true })
            }
          }}
          onDiscard={found.discard}
        />
      ) : null}
      <FailureAlert error={error} />
      {allowed && colleague ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {t('copiedFrom', { name: colleague.displayName })}
        </Alert>
      ) : null}
      {allowed && found.known && domain !== undefined && !found.draft ? (
        <EditForm
          key={added}
          start={() =>
            openNewForm(
              { domain, rule: directory?.userNameRule ?? usualUserNameRule },
              found.begun ? editsIn(found.begun.changes) : colleague ? copiedEdits(colleague) : {},
            )
          }
          user={null}
          groupIds={groups.ids}
          copiedFrom={copiedFrom}
          groups={colleague ? <CopiedGroups colleague={colleague} groups={groups} /> : null}
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
