import Alert from '@mui/material/Alert'
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft, KeptEdits } from '../../shared/contract/personal-requests.ts'
import type { Profile } from '../../shared/contract/profile.ts'
import { daysLeft } from '../../shared/directory/retention.ts'
import { useDirectory } from '../api/queries.ts'
import { useWhyNot } from '../api/use-authority.ts'
import { useUndo } from '../api/use-undo.ts'
import { HistoryCard } from '../entries/history-card.tsx'
import { MembershipsCard } from '../memberships/memberships-card.tsx'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { useValueWords } from '../properties/use-value-words.ts'
import { CommandButton } from '../ui/command-button.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { NamedHeading } from '../ui/named-heading.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { useFocusAfter } from '../ui/use-focus-after.ts'
import { UserAvatar } from '../ui/user-avatar.tsx'
import { BackToUsers } from './back-to-users.tsx'
import { CopyUserButton } from './copy-user-button.tsx'
import { DraftBanner } from './draft-banner.tsx'
import { EditForm } from './form/edit-form.tsx'
import { changesOf, editsIn } from './form/edits.ts'
import { openForm, valuesIn } from './form/form.ts'
import { LeftReportsBanner } from './left-reports-banner.tsx'
import { PhotoCard } from './photo/photo-card.tsx'
import { ProfileSections } from './profile-sections.tsx'
import { ProfileSummary } from './profile-summary.tsx'
import { ResetPasswordButton } from './reset-password-button.tsx'
import { RolesCard } from './roles/roles-card.tsx'
import { cardIdOf } from './section-cards.ts'
import { useDraft } from './use-draft.ts'
import { useKeptPlace } from './use-kept-place.ts'
import { SectionFacts } from './view/section-facts.tsx'

/** The profile of a user who is there: the page to read, which becomes the form in its place. */
export function UserProfile({
  user,
  editing,
}: {
  readonly user: Profile
  readonly editing: boolean
}) {
  const { t } = useTranslation(['profile', 'shell', 'sectionNames'])
  const toast = useToast()
  const undo = useUndo()
  const found = useDraft(user.id, () => editing)
  const [bar, setBar] = useState<HTMLElement | null>(null)
  const refusal = useWhyNot()('users.update', { user })
  const deleted = user.deletedDateTime !== null
  const editable = refusal === undefined && !deleted
  const draft = editable && found.draft && stillChanges(user, found.draft) ? found.draft : null
  const shownAsForm = editing && editable && found.known && draft === null

  const toView = { replace: true, unguarded: true } as const
  const edit = (from: Draft | null) => {
    found.begin(from)
    goTo(places.editProfile(user.id), { replace: true })
  }
  const leave = () => goTo(places.profile(user.id), { replace: true })

  const saved = (stored: Profile) => {
    // A save that others had made before changed nothing, and its transaction would be theirs.
    const action = stored.revision !== user.revision && undo ? undo(stored.transactionId) : null
    toast({ message: t('saved'), ...(action ? { action } : {}) })
    goTo(places.profile(user.id), toView)
  }
  const discarded = (edits: KeptEdits | null) => {
    goTo(places.profile(user.id), toView)
    if (!edits) return
    const run = () =>
      void found.bringBack(edits).then(() => goTo(places.profile(user.id), { replace: true }))
    toast({ message: t('discarded'), action: { label: t('shell:undo'), run } })
  }

  useKeptPlace(shownAsForm)
  useFocusAfter(shownAsForm, editButton)
  useShortcuts(editable && !shownAsForm ? { 'mod+e': () => edit(draft) } : {})

  return (
    <Page
      title={t('heading', { name: user.displayName })}
      heading={<NamedHeading name={user.displayName} sentence={(name) => t('heading', { name })} />}
      lead={<UserAvatar user={user} size={72} />}
      above={<BackToUsers />}
      about={<ProfileSummary user={user} />}
      actions={
        shownAsForm || deleted ? null : (
          <>
            <ResetPasswordButton user={user} />
            <CopyUserButton user={user} />
            <CommandButton
              id={editButton}
              label={t('edit')}
              icon={Pencil}
              variant="contained"
              color="primary"
              onClick={() => edit(draft)}
              refusal={refusal}
            />
          </>
        )
      }
      below={<div ref={setBar} />}
    >
      {deleted ? <DeletedBanner when={user.deletedDateTime ?? ''} /> : null}
      {shownAsForm ? null : <LeftReportsBanner user={user} />}
      {draft ? (
        <DraftBanner
          savedAt={draft.savedAt}
          outdated={draft.revision !== user.revision}
          onContinue={() => edit(draft)}
          onDiscard={found.discard}
        />
      ) : null}
      {shownAsForm ? (
        <EditForm
          start={() =>
            found.begun
              ? openForm(user, {
                  revision: found.begun.revision,
                  edits: editsIn(found.begun.changes),
                })
              : openForm(user)
          }
          user={user}
          name={user.displayName}
          photo={<PhotoCard user={user} />}
          onSaved={saved}
          onDiscarded={discarded}
          onEscape={leave}
          bar={bar}
        />
      ) : (
        <ProfileSections
          photo={<PhotoCard user={user} />}
          roles={<RolesCard user={user} />}
          groups={
            <MembershipsCard
              id={cardIdOf('groups')}
              title={t('sectionNames:groups')}
              member={user}
              filters={assignedGroups}
              fixed={deleted}
            />
          }
          history={<HistoryCard id={cardIdOf('history')} about={{ userId: user.id }} />}
        >
          {(section) => <SectionFacts user={user} section={section} />}
        </ProfileSections>
      )}
    </Page>
  )
}

/** Who is in a dynamic group follows from its rule. */
const assignedGroups = { membership: 'assigned' } as const

const editButton = 'edit-profile'

const stillChanges = (user: Profile, draft: Draft) =>
  Object.keys(changesOf(valuesIn(user), editsIn(draft.changes))).length > 0

function DeletedBanner({ when }: { readonly when: string }) {
  const { t } = useTranslation('profile')
  const words = useValueWords()
  const { data: directory } = useDirectory()
  if (!directory) return null
  const count = daysLeft(when, directory.deletedUserRetentionDays, new Date())
  return (
    <Alert
      severity="warning"
      sx={{ mb: 2 }}
      action={<GoLink to={places.deletedUsers}>{t('goToDeletedUsers')}</GoLink>}
    >
      {t('deletedOn', { when: words.moment(when), count })}
    </Alert>
  )
}
