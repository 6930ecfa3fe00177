import type { Plan } from '../../../electron/store/directory-store.ts'
import type { Change } from '../../../shared/directory/transaction.ts'
import type { Reference } from './reference-directory.ts'

const kinds = ['user', 'user', 'user', 'group', 'roleAssignment'] as const
const names = ['displayName', 'jobTitle', 'department', 'city', 'mobilePhone'] as const

/** How long a value gets: most are short, some span several sectors of a disk. */
const lengths = [3, 5, 8, 12, 20, 40, 300, 900] as const

/** A value that is awkward to write: what frames begin with, line ends, characters of every width. */
const alphabet = [...'abcdefRJ \n\t"\\\u0000\u007fàß€漢😀']

export const pick = <T>(random: () => number, list: readonly [T, ...T[]]): T =>
  list[Math.floor(random() * list.length)] ?? list[0]

export function someText(random: () => number, length: number = pick(random, lengths)): string {
  let text = ''
  while (text.length < length) text += pick(random, ['a', ...alphabet])
  return text
}

/** An action on one to four records of the directory, among them its first one, or on none. */
export function somePlan(random: () => number, reference: Reference): Plan {
  if (reference.sequence === 0)
    return { activity: 'createDirectory', changes: [organization(null, 'Contoso')] }
  if (random() < 0.1) {
    const before = reference.records.get('organization directory')
    const { displayName } = before ?? {}
    return { activity: 'updateUser', changes: [organization({ displayName }, someText(random))] }
  }
  if (random() < 0.1) return { activity: 'signIn', changes: [] }
  const changes = new Map<string, Change>()
  for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
    const change = someChange(random, reference)
    changes.set(`${change.kind} ${change.id}`, change)
  }
  return { activity: 'updateUser', changes: [...changes.values()] }
}

/** An action of so many changes, a few kilobytes each: more than one frame takes when there are hundreds. */
export const largePlan = (random: () => number, changes: number): Plan => ({
  activity: 'importUsers',
  changes: Array.from({ length: changes }, () => ({
    kind: 'group',
    id: someText(random, 12),
    before: null,
    after: { displayName: 'x'.repeat(4000), description: someText(random, 40) },
  })),
})

const organization = (before: Change['before'], displayName: string): Change => ({
  kind: 'organization',
  id: 'directory',
  before,
  after: before ? { displayName } : { displayName, domains: ['contoso.example'] },
})

function someChange(random: () => number, { records }: Reference): Change {
  const kind = pick(random, kinds)
  const id = `${kind} ${Math.floor(random() * 6)}`
  const stored = records.get(`${kind} ${id}`)
  if (stored && random() < 0.2) return { kind, id, before: { ...stored }, after: null }
  if (stored && kind === 'group' && random() < 0.5) return someListChange(random, id, stored)
  const after = valuesOf(random, kind, stored === undefined)
  const before = stored
    ? Object.fromEntries(Object.keys(after).map((name) => [name, stored[name] ?? null]))
    : null
  return { kind, id, before, after }
}

/** Some members go and others come; nothing else of the group is written. */
function someListChange(
  random: () => number,
  id: string,
  stored: Readonly<Record<string, unknown>>,
) {
  const removed = (stored.memberIds as string[]).filter(() => random() < 0.5)
  const added = someIds(random).filter((each) => !(stored.memberIds as string[]).includes(each))
  return {
    kind: 'group' as const,
    id,
    before: {},
    after: {},
    lists: { memberIds: { added, removed } },
  }
}

/** In the order that lists of ids are kept in. */
const someIds = (random: () => number): string[] => {
  const texts = Array.from({ length: Math.floor(random() * 4) }, () => someText(random, 5))
  return [...new Set(texts)].sort()
}

function valuesOf(random: () => number, kind: Change['kind'], added: boolean) {
  if (kind === 'roleAssignment') return { roleId: someText(random, 4), userId: someText(random, 4) }
  if (kind === 'group') {
    const memberIds = someIds(random)
    const optional = random() < 0.5 ? { description: someText(random) } : {}
    return { displayName: someText(random), memberIds, ...optional }
  }
  const name = pick(random, names)
  const value = random() < 0.2 ? null : someText(random)
  return added
    ? { displayName: someText(random), userPrincipalName: someText(random, 9), [name]: value }
    : { [name]: value }
}
