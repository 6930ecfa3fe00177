import type { Directory } from '../../shared/directory/directory.ts'

/** All that a directory says, whatever its tables are made of. */
export const contentOf = ({ tables, ...rest }: Directory) => ({
  ...rest,
  tables: Object.fromEntries(
    Object.entries(tables).map(([kind, table]) => [kind, new Map<string, object>(table)]),
  ),
})
