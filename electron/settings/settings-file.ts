import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import type { z } from '../../shared/zod.ts'
import type { Log } from '../log.ts'
import type { Changes } from './preferences-store.ts'

/** What conf and electron-store have in common. */
export type SettingsBackend = { store: Record<string, unknown> }

/** Opens `<folder>/<name>.json`. */
export type OpenBackend = (folder: string, name: string) => SettingsBackend

/**
 * One small file of settings, all of which have defaults. It never keeps Roster from starting: a
 * damaged file is put aside under another name, and the last good one or the defaults take its place.
 * The one schema is checked here, for both backends alike; a person's own edits of the file included.
 */
export class SettingsFile<S extends z.ZodObject> {
  readonly #schema: S
  readonly #file: (extension: string) => string
  readonly #backend: SettingsBackend | null
  #current: z.output<S>

  constructor(folder: string, name: string, schema: S, openBackend: OpenBackend, log: Log) {
    this.#schema = schema
    this.#file = (extension) => join(folder, `${name}.${extension}`)
    this.#backend = this.#open(() => openBackend(folder, name), log)
    this.#current = this.#read('json') ?? schema.parse({})
  }

  get(): z.output<S> {
    return this.#current
  }

  set(changes: Changes<z.output<S>>): z.output<S> {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined)
    const next = this.#schema.parse({ ...this.#current, ...Object.fromEntries(given) })
    this.#write(next)
    this.#current = next
    return next
  }

  // The check comes first: the backends throw at a file they cannot read, or take it for an empty one.
  #open(openBackend: () => SettingsBackend, log: Log): SettingsBackend | null {
    try {
      if (existsSync(this.#file('json')) && !this.#read('json')) log.error(this.#putAside())
      return openBackend()
    } catch (error) {
      log.error(`${this.#file('json')} cannot be used: settings last until Roster closes`, error)
      return null
    }
  }

  #putAside(): string {
    const damaged = this.#file('json')
    let copies = 1
    while (existsSync(this.#file(`corrupt-${copies}.json`))) copies++
    const aside = this.#file(`corrupt-${copies}.json`)
    renameSync(damaged, aside)
    if (this.#read('bak.json')) copyFileSync(this.#file('bak.json'), damaged)
    return `${damaged} was damaged; it is kept as ${aside}`
  }

  /** What the file holds, or null when it is not there or not what it should be. */
  #read(extension: 'json' | 'bak.json'): z.output<S> | null {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#file(extension), 'utf8')))
    } catch {
      return null
    }
  }

  // Read back, because the backends do not notice when the disk took only a part.
  #write(next: z.output<S>): void {
    if (!this.#backend) return
    try {
      this.#backend.store = next
      if (!isDeepStrictEqual(this.#read('json'), next)) throw new Error('The file was cut short.')
      copyFileSync(this.#file('json'), this.#file('bak.json'))
    } catch (cause) {
      throw new AppError('storage', 'settingsFailed', { cause })
    }
  }
}
