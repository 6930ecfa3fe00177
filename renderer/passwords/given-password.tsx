import Button from '@mui/material/Button'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDirectory, useWhoAmI } from '../api/queries.ts'
import { PrintSheet } from '../ui/print-sheet.tsx'
import { type ClosingGuard, GuardedActions } from './closing-guard.tsx'
import { HandOverSlip } from './hand-over-slip.tsx'
import { ShownPassword } from './shown-password.tsx'

/** The password that somebody was given, for as long as it is shown. */
export function GivenPassword({
  user,
  hint,
  password,
  at,
  guard,
  onTaken,
}: {
  readonly user: { readonly displayName: string; readonly userPrincipalName: string }
  readonly hint: string
  readonly password: string
  readonly at: string
  readonly guard: ClosingGuard
  /** It was copied or printed. */
  readonly onTaken: () => void
}) {
  const { t } = useTranslation('passwords')
  const { data: directory } = useDirectory()
  const { data: me } = useWhoAmI()
  const [printing, setPrinting] = useState(false)
  const print = () => {
    onTaken()
    setPrinting(true)
  }
  return (
    <>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>{hint}</DialogContentText>
        <ShownPassword label={t('temporary')} password={password} onCopied={onTaken} />
      </DialogContent>
      <GuardedActions guard={guard} warning={t('closeWarning')}>
        <Button startIcon={<Printer size={16} aria-hidden />} onClick={print} sx={{ mr: 'auto' }}>
          {t('print')}
        </Button>
      </GuardedActions>
      {printing ? (
        <PrintSheet onDone={() => setPrinting(false)}>
          <HandOverSlip
            organisation={directory?.displayName ?? ''}
            user={user}
            password={password}
            givenBy={me?.displayName ?? ''}
            at={at}
          />
        </PrintSheet>
      ) : null}
    </>
  )
}
