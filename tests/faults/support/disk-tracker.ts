import {
  type DiskImage,
  type DiskNode,
  type Effect,
  FileNode,
  FolderNode,
  type MemoryDisk,
  overlaid,
} from './memory-disk.ts'

export type FolderEffect = Exclude<Effect, { readonly type: 'write' | 'sync' | 'failed-sync' }>
export type WriteEffect = Extract<Effect, { readonly type: 'write' }>

/** A file's bytes that are safe, and what was written since and may be lost. */
export type TrackedFile = { kept: Buffer; pending: WriteEffect[]; doomed: Set<WriteEffect> }

type TrackedFolder = { readonly kept: Map<string, DiskNode>; pending: FolderEffect[] }

/** One way a crash can go: which changes of folders it undoes, and what it makes of unsynced files. */
export type Crash = {
  readonly loses: (effect: FolderEffect) => boolean
  readonly contentOf: (file: TrackedFile) => Buffer
}

/** What is safe on a memory disk at one moment, from its beginning on, and what a crash at that moment could still undo. */
export class DiskTracker {
  readonly #root: FolderNode
  readonly #folders = new Map<FolderNode, TrackedFolder>()
  readonly #files = new Map<FileNode, TrackedFile>()

  constructor({ root, beginning }: MemoryDisk) {
    this.#root = root
    for (const [folder, entries] of beginning.folders)
      this.#folders.set(folder, { kept: new Map(entries), pending: [] })
    for (const [file, kept] of beginning.files)
      this.#files.set(file, { kept, pending: [], doomed: new Set() })
  }

  follow(effect: Effect): void {
    switch (effect.type) {
      case 'write':
        this.#file(effect.file).pending.push(effect)
        return
      case 'sync':
        this.#keep(effect.node)
        return
      case 'failed-sync':
        this.#doom(effect.node)
        return
      default:
        this.#folder(effect.folder).pending.push(effect)
    }
  }

  get pendingInFolders(): FolderEffect[] {
    return [...this.#folders.values()].flatMap(({ pending }) => pending)
  }

  get pendingFiles(): TrackedFile[] {
    return [...this.#files.values()].filter(({ pending }) => pending.length > 0)
  }

  /** The disk as it is found after this crash. */
  after({ loses, contentOf }: Crash): DiskImage {
    const image = new Map<string, Buffer | null>()
    const visit = (folder: FolderNode, path: string) => {
      const { kept, pending } = this.#folder(folder)
      const entries = new Map(kept)
      for (const effect of pending) if (!loses(effect)) change(entries, effect)
      for (const [name, node] of entries) {
        const inside = `${path}/${name}`
        if (node instanceof FolderNode) {
          image.set(inside, null)
          visit(node, inside)
        } else image.set(inside, contentOf(this.#file(node)))
      }
    }
    visit(this.#root, '')
    return image
  }

  #doom(node: DiskNode) {
    if (!(node instanceof FileNode)) return
    const file = this.#file(node)
    for (const write of file.pending) file.doomed.add(write)
  }

  #keep(node: DiskNode) {
    if (node instanceof FolderNode) {
      const folder = this.#folder(node)
      for (const effect of folder.pending) change(folder.kept, effect)
      folder.pending = []
      return
    }
    const file = this.#file(node)
    for (const write of file.pending)
      if (!file.doomed.has(write)) file.kept = overlaid(file.kept, write.offset, write.bytes)
    file.pending = file.pending.filter((write) => file.doomed.has(write))
  }

  #folder(node: FolderNode): TrackedFolder {
    return entryOf(this.#folders, node, () => ({ kept: new Map(), pending: [] }))
  }

  #file(node: FileNode): TrackedFile {
    const fresh = () => ({ kept: Buffer.alloc(0), pending: [], doomed: new Set<WriteEffect>() })
    return entryOf(this.#files, node, fresh)
  }
}

function change(entries: Map<string, DiskNode>, effect: FolderEffect) {
  if (effect.type === 'rename') entries.delete(effect.from)
  if (effect.type === 'unlink') entries.delete(effect.name)
  else entries.set(effect.name, effect.node)
}

function entryOf<K, V>(map: Map<K, V>, key: K, fresh: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = fresh()
  map.set(key, made)
  return made
}
