import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { RecoverAccount } from './recover-account.tsx'
import { RecoveryKeyForm } from './recovery-key-form.tsx'
import { StartFrame } from './start-frame.tsx'

type Found = { readonly recoveryKey: string } & Output<'checkRecoveryKey'>

/** The way in for when all passwords are lost: the key first, then whose password is set. */
export function RecoveryPage({
  status,
  onBack,
}: {
  readonly status: Output<'directoryStatus'>
  readonly onBack: () => void
}) {
  const { t } = useTranslation('recovery')
  const [found, setFound] = useState<Found | null>(null)
  return (
    <StartFrame title={t(found ? 'whomHeading' : 'use')} dataFolder={status.dataFolder}>
      {found ? (
        <RecoverAccount {...found} onBack={onBack} />
      ) : (
        <RecoveryKeyForm onFound={setFound} onBack={onBack} />
      )}
    </StartFrame>
  )
}
