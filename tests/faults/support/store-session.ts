import type { Ledger } from './ledger.ts'
import { MemoryDisk } from './memory-disk.ts'
import { type Intercept, MemoryStoreFs } from './memory-store-fs.ts'
import type { FolderOptions } from './patient-folder.ts'
import { Session } from './session.ts'

export const storeFolder = '/data/store'

/** Somebody who works with a store on a memory disk. The ledger counts effects on the disk. */
export class StoreSession extends Session {
  readonly disk: MemoryDisk
  fs: MemoryStoreFs

  constructor(disk = new MemoryDisk(), ledger?: Ledger, clock?: () => Date) {
    super(storeFolder, ledger, clock)
    this.disk = disk
    this.fs = new MemoryStoreFs(disk)
  }

  override get position(): number {
    return this.disk.effects.length
  }

  open(intercept?: Intercept, options?: FolderOptions): Promise<void> {
    this.fs = new MemoryStoreFs(this.disk, intercept)
    this.killed = this.fs.killed
    return this.openOn(this.fs, options)
  }

  kill(): void {
    this.fs.kill()
  }
}
