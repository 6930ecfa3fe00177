import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api/api-context.tsx'
import { useUndo } from '../api/use-undo.ts'
import { useToast } from '../ui/toast.tsx'

/** Who is to get or to lose which role. */
type Assignment = {
  readonly user: { readonly id: string; readonly displayName: string }
  readonly role: { readonly id: string; readonly name: string }
}

const inputOf = ({ user, role }: Assignment) => ({ userId: user.id, roleId: role.id })

export type RoleChanges = ReturnType<typeof useRoleChanges>

/** Gives roles and takes them away, each with a way back for as long as its toast stays. */
export function useRoleChanges() {
  const { t } = useTranslation('roles')
  const api = useApi()
  const toast = useToast()
  const undo = useUndo()
  const tell = (message: string, transactionId: string) =>
    toast({ message, ...(undo ? { action: undo(transactionId) } : {}) })
  const assigning = useMutation({
    mutationFn: (assignment: Assignment) => api.assignRole(inputOf(assignment)),
    onSuccess: ({ transactionId }, { user, role }) =>
      tell(t('assigned', { name: user.displayName, role: role.name }), transactionId),
  })
  const unassigning = useMutation({
    mutationFn: (assignment: Assignment) => api.unassignRole(inputOf(assignment)),
    onSuccess: ({ transactionId }, { user, role }) =>
      tell(t('unassigned', { name: user.displayName, role: role.name }), transactionId),
  })
  const forget = () => {
    assigning.reset()
    unassigning.reset()
  }
  return {
    assign: (assignment: Assignment, then: () => void) => {
      unassigning.reset()
      assigning.mutate(assignment, { onSuccess: then })
    },
    unassign: (assignment: Assignment, then: () => void) => {
      assigning.reset()
      unassigning.mutate(assignment, { onSuccess: then })
    },
    pending: assigning.isPending || unassigning.isPending,
    /** Why the last change was refused. */
    error: assigning.error ?? unassigning.error,
    forget,
  }
}
