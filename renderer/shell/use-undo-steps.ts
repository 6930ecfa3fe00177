import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../shared/contract/contract.ts'
import { useApi } from '../api/api-context.tsx'
import { undoQuery } from '../api/queries.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { useFailureToast } from '../ui/use-failure-toast.ts'

type Which = 'undo' | 'redo'
type Step = NonNullable<Output<'getUndo'>['undo']>

/** Something to do, with its name in full. */
type Command = { readonly label: string; readonly run: () => void }

/** The next undo and the next redo as commands, with their keys outside of text fields. */
export function useUndoSteps(): { readonly undo: Command | null; readonly redo: Command | null } {
  const { t } = useTranslation(['shell', 'activityNames'])
  const api = useApi()
  const toast = useToast()
  const { data } = useQuery(undoQuery(api))
  const { mutate, isPending } = useMutation({
    mutationFn: async (which: Which) => {
      // Asked anew: what is shown may be older than a change that was made a moment ago.
      const step = (await api.getUndo({}))[which]
      if (step) await api.undo({ transactionId: step.transactionId })
      return { which, step }
    },
    onSuccess: ({ which, step }) => {
      if (!step) return toast({ message: t(which === 'undo' ? 'undoNothing' : 'redoNothing') })
      const back = which === 'undo' ? 'redo' : 'undo'
      toast({
        message: t(which === 'undo' ? 'undoneWhat' : 'redoneWhat', { what: nameOf(step) }),
        action: { label: t(back), run: () => mutate(back) },
      })
    },
    onError: useFailureToast(),
  })

  const nameOf = ({ entry }: Step): string => {
    const activity = t(`activityNames:${entry.activity}`)
    const [first] = entry.changes
    if (!first) return activity
    const name = first.displayName
    return entry.total > 1
      ? t('stepOfMany', { activity, name, count: entry.total - 1 })
      : t('stepOf', { activity, name })
  }
  const run = (which: Which) => () => {
    if (!isPending) mutate(which)
  }
  useShortcuts(
    { 'mod+z': run('undo'), 'mod+shift+z': run('redo'), 'mod+y': run('redo') },
    { outsideText: true },
  )

  const commandOf = (which: Which): Command | null => {
    const step = data?.[which]
    if (!step) return null
    return {
      label: t(which === 'undo' ? 'undoWhat' : 'redoWhat', { what: nameOf(step) }),
      run: run(which),
    }
  }
  return { undo: commandOf('undo'), redo: commandOf('redo') }
}
