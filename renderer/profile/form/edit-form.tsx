import Box from '@mui/material/Box'
import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { KeptEdits } from '../../../shared/contract/personal-requests.ts'
import type { Profile } from '../../../shared/contract/profile.ts'
import { useUnsavedGuard } from '../../navigation/leave-dialog.tsx'
import { SaveBar } from '../../ui/save-bar.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { ProfileSections } from '../profile-sections.tsx'
import { resumeDraft } from '../use-draft.ts'
import { ClashPanel } from './clash-panel.tsx'
import { ErrorSummary } from './error-summary.tsx'
import type { Form } from './form.ts'
import { fieldIdOf } from './form-field.tsx'
import { LockedNotice } from './locked-notice.tsx'
import { SectionFields } from './section-fields.tsx'
import { useKeptDraft } from './use-kept-draft.ts'
import { useLockedFields } from './use-locked-fields.ts'
import { useProfileForm } from './use-profile-form.ts'

/**
 * The form of a user, stored or new. It keeps a draft while there are unsaved changes and guards them on
 * every way out; `onSaved` and `onDiscarded` are called when nothing is left to guard.
 */
export function EditForm({
  start,
  user,
  name,
  photo,
  groups,
  groupIds = [],
  copiedFrom,
  onSaved,
  onDiscarded,
  onEscape,
  bar,
}: {
  readonly start: () => Form
  readonly user: Profile | null
  /** Whose edit it is, for the question before leaving. */
  readonly name: string
  readonly photo?: ReactNode
  /** The card of the groups that a new user joins; `groupIds` are those that are chosen. */
  readonly groups?: ReactNode
  readonly groupIds?: readonly string[]
  /** Whom the new user is copied from. */
  readonly copiedFrom?: string | undefined
  /** `more`: the next new user is to be added at once. */
  readonly onSaved: (saved: Profile, more: boolean) => void
  /** The changes were given up; `edits` brings them back. */
  readonly onDiscarded: (edits: KeptEdits | null) => void
  readonly onEscape: () => void
  /** Where the save bar goes: below what scrolls, so that it never covers a field. */
  readonly bar: HTMLElement | null
}) {
  const { t } = useTranslation('profile')
  const more = useRef(false)
  const profileForm = useProfileForm(start, groupIds, async (saved) => {
    await keeper.discard()
    onSaved(saved, more.current)
  })
  const { form, changes, save, saving, savable, actions } = profileForm
  const { userId, revision } = form
  const count = Object.keys(changes).length
  const locked = useLockedFields(user)
  const edits: KeptEdits = {
    revision,
    changes,
    ...(copiedFrom === undefined ? {} : { copied: { from: copiedFrom, groupIds: [...groupIds] } }),
  }
  const draftOf = userId ?? 'new'
  const keeper = useKeptDraft(draftOf, edits)
  const giveUp = useCallback(() => void keeper.discard(), [keeper])
  const comeBack = useCallback(() => resumeDraft(draftOf), [draftOf])

  useUnsavedGuard(count > 0 && !saving ? name : null, giveUp, comeBack)
  const saveAnd = (adding: boolean) => () => {
    more.current = adding
    save()
  }
  const saveAndAdd = user === null ? saveAnd(true) : undefined
  useShortcuts({
    'mod+s': saveAnd(false),
    Escape: onEscape,
    ...(saveAndAdd ? { 'mod+Enter': saveAndAdd } : {}),
  })

  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const begin = userId === null ? document.getElementById(fieldIdOf('givenName')) : frame.current
    begin?.focus({ preventScroll: true })
  }, [userId])

  const discard = () => {
    giveUp()
    onDiscarded(count > 0 ? edits : null)
  }

  return (
    <Box
      component="form"
      ref={frame}
      tabIndex={-1}
      aria-label={t('editForm')}
      noValidate
      autoComplete="off"
      onSubmit={(event) => event.preventDefault()}
      sx={fieldSizes}
    >
      <LockedNotice locked={locked} />
      <ErrorSummary form={form} />
      <ClashPanel clashes={form.clashes} nothingLeft={count === 0} onChoose={actions.choose} />
      <ProfileSections photo={photo} groups={groups}>
        {(section) => (
          <SectionFields section={section} profileForm={profileForm} locked={locked} user={user} />
        )}
      </ProfileSections>
      {bar
        ? createPortal(
            <SaveBar
              count={count}
              savable={savable}
              saving={saving}
              onSave={saveAnd(false)}
              onSaveAndAdd={saveAndAdd}
              onDiscard={discard}
            />,
            bar,
          )
        : null}
    </Box>
  )
}

/** Inputs of one height, with or without a list of values. */
const fieldSizes = {
  '&:focus-visible': { outline: 'none' },
  '& .MuiOutlinedInput-root:not(.MuiInputBase-multiline)': { height: 34, px: 0 },
  '& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
    py: 0,
    pl: 0,
    '&.MuiInputBase-adornedStart': { pl: 1 },
  },
  '& .MuiOutlinedInput-root .MuiOutlinedInput-input': { py: '5px', px: '10px' },
  '& .MuiOutlinedInput-root.MuiInputBase-multiline': { p: 0 },
} as const
