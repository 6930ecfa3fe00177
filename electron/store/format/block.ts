import type { RecordKind } from '../../../shared/directory/directory.ts'
import { completeGroup } from '../../../shared/directory/group.ts'
import type { UnreadUser } from '../../../shared/directory/listed-user.ts'
import { completeUser, type User } from '../../../shared/directory/user.ts'
import { asciiJson, parseAscii } from './ascii-json.ts'

/** The columns that lists begin with. They stand in front of all others and are read without them. */
const listed = ['id', 'displayName', 'deletedDateTime'] as const

type Front = {
  readonly id: readonly string[]
  readonly displayName?: readonly string[]
  readonly deletedDateTime?: readonly (string | null)[]
}

type Head = {
  readonly kind: RecordKind
  readonly front: Front
  /** The names of the values in each of the lines that follow. */
  readonly columns: readonly string[]
}

type Values = Readonly<Record<string, unknown>>

const emptyUser = completeUser({
  id: '',
  revision: 0,
  createdDateTime: '',
  lastModifiedDateTime: '',
})

/** What a record holds where the file says nothing of it: an older Roster may not have known a property. */
const templates: Partial<Record<RecordKind, Values>> = { user: emptyUser, group: completeGroup({}) }

/**
 * Some records as lines of JSON: first their kind and the columns in front, then the other values, a record
 * a line. Without the names beside each value they take half the room, and are read in half the time. Columns
 * in which nobody has anything are left out.
 */
export function encodeBlock(kind: RecordKind, records: readonly object[]): Buffer {
  const names = Object.keys(records[0] ?? {})
  const inFront = listed.filter((name) => names.includes(name))
  const valuesOf = (name: string) => records.map((record) => (record as Values)[name])
  const isBare = (name: string) => {
    const unset = templates[kind]?.[name]
    return isNothing(unset) && records.every((record) => isAlike((record as Values)[name], unset))
  }
  const columns = names.filter((name) => !inFront.some((each) => each === name) && !isBare(name))
  const front = Object.fromEntries(inFront.map((name) => [name, valuesOf(name)]))
  const lines = records.map((record) => asciiJson(columns.map((name) => (record as Values)[name])))
  return Buffer.from([asciiJson({ kind, front, columns }), ...lines].join('\n'), 'latin1')
}

const isNothing = (value: unknown) => value === null || (isObject(value) && isEmptyObject(value))

/** Whether a value is the same nothing. */
const isAlike = (value: unknown, nothing: unknown) =>
  value === nothing ||
  (isObject(value) && Array.isArray(value) === Array.isArray(nothing) && isEmptyObject(value))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isEmptyObject = (value: object) => {
  for (const _name in value) return false
  return true
}

/** The records of a block, of which only the columns in front are read at first. */
export class Block {
  readonly kind: RecordKind
  readonly front: Front
  readonly #columns: readonly string[]
  readonly #content: Uint8Array
  /** Where each line begins, once anybody asks. */
  #lines: readonly number[] | null = null

  constructor(content: Uint8Array) {
    const { kind, front, columns } = parseAscii(content.subarray(0, endOfLine(content, 0))) as Head
    this.kind = kind
    this.front = front
    this.#columns = columns
    this.#content = content
  }

  /** Each user, unread. */
  *users(): Generator<UnreadUser> {
    for (let row = 0; row < this.front.id.length; row += 1) yield new UserInBlock(this, row)
  }

  /** Each record, read. */
  *records(): Generator<{ readonly id: string }> {
    for (let row = 0; row < this.front.id.length; row += 1)
      yield this.record(row) as { readonly id: string }
  }

  /** All users have the same properties in the same order, and so one shape in memory. */
  record(row: number): object {
    const record: Record<string, unknown> = { ...templates[this.kind] }
    for (const name of listed) {
      const column = this.front[name]
      if (column) record[name] = column[row]
    }
    this.#lines ??= linesOf(this.#content)
    const start = this.#lines[row] ?? 0
    const values = parseAscii(
      this.#content.subarray(start, endOfLine(this.#content, start)),
    ) as readonly unknown[]
    const columns = this.#columns
    for (let at = 0; at < columns.length; at += 1) {
      const name = columns[at] ?? ''
      // All have the template's empty lists in common.
      if (!isEmptyList(values[at]) || !isEmptyList(record[name])) record[name] = values[at]
    }
    return record
  }
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0

class UserInBlock implements UnreadUser {
  readonly id: string
  readonly displayName: string
  readonly deletedDateTime: string | null
  readonly #block: Block
  readonly #row: number
  #user: User | null = null

  constructor(block: Block, row: number) {
    const { id, displayName, deletedDateTime } = block.front
    this.id = id[row] ?? ''
    this.displayName = displayName?.[row] ?? ''
    this.deletedDateTime = deletedDateTime?.[row] ?? null
    this.#block = block
    this.#row = row
  }

  read(): User {
    this.#user ??= this.#block.record(this.#row) as User
    return this.#user
  }

  glimpse(): User {
    return this.#user ?? (this.#block.record(this.#row) as User)
  }
}

const lineFeed = 10

function endOfLine(content: Uint8Array, from: number): number {
  const end = content.indexOf(lineFeed, from)
  return end === -1 ? content.length : end
}

function linesOf(content: Uint8Array): readonly number[] {
  const lines: number[] = []
  for (let end = endOfLine(content, 0); end < content.length; end = endOfLine(content, end + 1))
    lines.push(end + 1)
  return lines
}
