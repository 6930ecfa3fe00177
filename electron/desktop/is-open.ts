import type { Output } from '../../shared/contract/contract.ts'
import type { Application } from '../application.ts'

/** Whether somebody is signed in to the directory. */
export async function isOpen({ answer }: Pick<Application, 'answer'>): Promise<boolean> {
  const status = await answer('directoryStatus', {})
  return status.ok && (status.value as Output<'directoryStatus'>).state === 'open'
}
