import { useState } from 'react'
import type { Output } from '../../shared/contract/contract.ts'
import { InUsePage } from './in-use-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { TroublePage } from './trouble-page.tsx'

/** A directory that nobody has signed in to, or that cannot be opened. */
export function ClosedDirectory({ status }: { readonly status: Output<'directoryStatus'> }) {
  const [reading, setReading] = useState(false)
  if (status.state === 'damaged') return <TroublePage status={status} />
  if (status.readOnly?.reason === 'in-use' && !reading)
    return <InUsePage status={status} onRead={() => setReading(true)} />
  return <SignInPage status={status} />
}
