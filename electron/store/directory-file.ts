import {
  type Directory,
  emptyDirectory,
  type RecordKind,
  storedDirectory,
} from '../../shared/directory/directory.ts'
import { packUser } from '../../shared/directory/user.ts'
import { AppError } from '../../shared/errors.ts'

const kinds: readonly RecordKind[] = ['organization', 'user', 'group', 'roleAssignment']

/** The directory as the text of its file: one JSON object, a list for each kind of record. */
export function encodeDirectory({ id, revision, tables, history }: Directory): string {
  return JSON.stringify({
    format: 1,
    id,
    revision,
    organization: [...tables.organization.values()],
    user: tables.user.values().map(packUser).toArray(),
    group: [...tables.group.values()],
    roleAssignment: [...tables.roleAssignment.values()],
    history,
  })
}

/** Throws `damaged` when the text is not a directory that this version can read. */
export function decodeDirectory(text: string, path: string): Directory {
  const stored = parse(text, path)
  const directory = emptyDirectory(stored.id)
  for (const kind of kinds) {
    const table = directory.tables[kind] as Map<string, object>
    for (const record of stored[kind]) table.set(record.id, record)
  }
  return { ...directory, revision: stored.revision, history: stored.history }
}

function parse(text: string, path: string) {
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw new AppError('damaged', 'directoryDamaged', { values: { path }, cause })
  }
  if (isNewer(raw)) throw new AppError('damaged', 'directoryNewer', { values: { path } })
  const stored = storedDirectory.safeParse(raw)
  if (stored.success) return stored.data
  throw new AppError('damaged', 'directoryDamaged', { values: { path }, cause: stored.error })
}

const isNewer = (raw: unknown) =>
  typeof raw === 'object' && raw !== null && 'format' in raw && Number(raw.format) > 1
