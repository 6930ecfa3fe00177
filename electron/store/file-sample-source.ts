import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import {
  type SampleDirectory,
  type SampleSource,
  sampleDirectory,
} from '../services/sample-directory.ts'

export class FileSampleSource implements SampleSource {
  readonly available: boolean
  readonly #path: string

  constructor(path: string) {
    this.#path = path
    this.available = existsSync(path)
  }

  async read(): Promise<SampleDirectory> {
    if (!this.available) throw new AppError('not-found', 'sampleMissing')
    return sampleDirectory.parse(JSON.parse(await readFile(this.#path, 'utf8')))
  }
}
