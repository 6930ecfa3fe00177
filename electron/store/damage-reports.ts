import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type DamageReport, damageReportSchema } from '../../shared/storage/damage-report.ts'
import type { Log } from '../log.ts'
import { writeDurably } from './durable-file.ts'
import type { StoreFs } from './store-fs.ts'

/** Keeps reports of damage in a folder, one file for each damage, however often it is met. */
export class DamageReports {
  readonly #folder: string
  readonly #fs: StoreFs
  readonly #log: Log

  constructor(folder: string, fs: StoreFs, log: Log) {
    this.#folder = folder
    this.#fs = fs
    this.#log = log
  }

  /** Answers the report's file, or null when it could not be written: the person is told all the same. */
  async keep(report: DamageReport): Promise<string | null> {
    const { at, ...damage } = report
    const hash = createHash('sha256').update(JSON.stringify(damage)).digest('hex').slice(0, 12)
    try {
      const known = (await this.#names()).find((name) => name.endsWith(`-${hash}.json`))
      if (known) return join(this.#folder, known)
      const path = join(this.#folder, `${at.slice(0, 19).replaceAll(':', '')}Z-${hash}.json`)
      await writeDurably(path, Buffer.from(`${JSON.stringify(report, null, 2)}\n`), this.#fs)
      return path
    } catch (cause) {
      this.#log.error('the report of the damage could not be written', cause)
      return null
    }
  }

  /** The reports that are kept, the oldest first, as far as they can be read. */
  async all(): Promise<readonly DamageReport[]> {
    const names = (await this.#names()).filter((name) => name.endsWith('.json')).sort()
    const read = await Promise.all(names.map((name) => this.#read(join(this.#folder, name))))
    return read.flatMap((report) => report ?? [])
  }

  async #read(path: string): Promise<DamageReport | null> {
    try {
      const text = Buffer.from(await this.#fs.readFile(path)).toString('utf8')
      return damageReportSchema.parse(JSON.parse(text))
    } catch (cause) {
      this.#log.error('a report of damage could not be read', cause)
      return null
    }
  }

  async #names(): Promise<readonly string[]> {
    return this.#fs.readdir(this.#folder).catch(() => [])
  }
}
