import type { OpenDirectory, Workspace } from './workspace.ts'

/**
 * The directory when it is known who is in these groups, as far as they are dynamic. What `idsOf` answers may
 * change with the directory. Whoever reads on must do so at once: the next save may be waiting.
 */
export async function whenReady(
  workspace: Workspace,
  idsOf: (open: OpenDirectory) => Iterable<string>,
): Promise<OpenDirectory> {
  for (let open = workspace.current; ; open = workspace.current) {
    const { dynamic } = open.groups
    const ids = [...idsOf(open)]
    if (dynamic.isReady(ids)) return open
    await dynamic.ready(ids)
  }
}
