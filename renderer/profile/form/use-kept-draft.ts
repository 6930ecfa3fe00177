import { useEffect, useRef, useState } from 'react'
import type { KeptEdits } from '../../../shared/contract/personal-requests.ts'
import { useApi } from '../../api/api-context.tsx'
import { beforeLock } from '../../lock/lock.ts'
import { DraftKeeper } from './draft-keeper.ts'

/** Keeps the changes of a form as the signed-in person's draft while there are any. */
export function useKeptDraft(userId: string, edits: KeptEdits): DraftKeeper {
  const api = useApi()
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        save: (draft) => api.saveDraft({ userId, ...draft }),
        discard: () => api.discardDraft({ userId }),
      }),
  )
  const kept = useRef(false)
  const dirty = Object.keys(edits.changes).length > 0
  const content = JSON.stringify(edits)

  useEffect(() => {
    if (dirty) {
      keeper.hold(JSON.parse(content))
      kept.current = true
    } else if (kept.current) {
      void keeper.discard()
      kept.current = false
    }
  }, [keeper, dirty, content])

  useEffect(() => {
    const keepNow = () => void keeper.flush()
    const keepWhenHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.flush()
    }
    window.addEventListener('pagehide', keepNow)
    document.addEventListener('visibilitychange', keepWhenHidden)
    const endKeeping = beforeLock(() => keeper.flush())
    return () => {
      endKeeping()
      window.removeEventListener('pagehide', keepNow)
      document.removeEventListener('visibilitychange', keepWhenHidden)
      void keeper.flush()
    }
  }, [keeper])

  return keeper
}
