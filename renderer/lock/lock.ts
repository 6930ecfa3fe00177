import type { Client } from '../../shared/contract/contract.ts'

/** Keeps what would be lost by locking. */
type Keep = () => Promise<unknown>

const keeping = new Set<Keep>()

/** Has `keep` run before the page locks the directory. Answers the function that ends it. */
export function beforeLock(keep: Keep): () => void {
  keeping.add(keep)
  return () => {
    keeping.delete(keep)
  }
}

/** Locks the directory once what is unsaved is kept: whoever signs in next may be somebody else. */
export async function lock(api: Client): Promise<void> {
  await Promise.allSettled([...keeping].map((keep) => keep()))
  await api.lock({})
}
