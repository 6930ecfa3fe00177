import { assertNever } from '../../shared/assert-never.ts'
import type { Input, Output } from '../../shared/contract/contract.ts'
import { listed } from '../../shared/contract/query.ts'
import { type Directory, organizationOf } from '../../shared/directory/directory.ts'
import { AppError } from '../../shared/errors.ts'
import type { Sentences } from '../sentences.ts'
import { eachInSlices } from '../slices.ts'
import { graphWriter } from '../transfer/export/graph-user.ts'
import { ldifWriter } from '../transfer/export/ldif-writer.ts'
import { downloadTable, propertyTable } from '../transfer/export/table-writer.ts'
import type { UserWriter } from '../transfer/export/user-writer.ts'
import { vcardWriter } from '../transfer/export/vcard-writer.ts'
import type { SessionService } from './session-service.ts'
import type { Workspace } from './workspace.ts'

/** How much text is encoded at a time, so that nobody waits for all of it. */
const pieceLength = 64 * 1024

/** Writes users into files. The history tells of each, unless nothing can be saved at all. */
export class ExportService {
  readonly #workspace: Workspace
  readonly #session: SessionService
  readonly #sentences: Sentences
  readonly #now: () => Date

  constructor(
    workspace: Workspace,
    session: SessionService,
    sentences: Sentences,
    now: () => Date,
  ) {
    this.#workspace = workspace
    this.#session = session
    this.#sentences = sentences
    this.#now = now
  }

  async export(input: Input<'exportUsers'>): Promise<Output<'exportUsers'>> {
    if (!input.ids) await this.#workspace.readyToList(input.query)
    const { store, index } = this.#workspace.current
    const { directory } = store
    const ids = input.ids ?? index.query(input.query).ids
    const writer = this.#writer(input, directory)
    const pieces: Uint8Array[] = []
    let text = writer.head
    let count = 0
    await eachInSlices(new Set(ids), (id) => {
      const user = directory.tables.user.get(id)
      if (!user) throw new AppError('not-found', 'exportGone')
      text += writer.user(user, count)
      count += 1
      if (text.length < pieceLength) return
      pieces.push(Buffer.from(text))
      text = ''
    })
    pieces.push(Buffer.from(text + writer.tail))
    if (!this.#workspace.readOnly)
      await store.record(this.#session.actor, {
        activity: 'exportUsers',
        details: { format: input.format, users: count },
      })
    return {
      name: `users-${this.#now().toISOString().slice(0, 10)}.${writer.extension}`,
      type: writer.type,
      users: count,
      bytes: new Uint8Array(Buffer.concat(pieces)),
    }
  }

  #writer(
    { format, properties, ...manner }: Input<'exportUsers'>,
    directory: Directory,
  ): UserWriter {
    const userOf = (id: string) => directory.tables.user.get(id)
    switch (format) {
      case 'csv':
      case 'tsv':
        return propertyTable(
          properties ?? listed,
          { ...manner, format },
          (property) => this.#sentences.heading(property),
          userOf,
        )
      case 'entra':
        return downloadTable(manner)
      case 'json':
        return graphWriter(userOf)
      case 'ldif':
        return ldifWriter(organizationOf(directory).domains[0] ?? '', userOf)
      case 'vcard':
        return vcardWriter()
      default:
        return assertNever(format)
    }
  }
}
