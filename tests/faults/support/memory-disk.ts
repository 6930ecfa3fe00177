import { constants } from 'node:os'
import { basename, dirname } from 'node:path'

/** A file of a memory disk, as a running process sees it. */
export class FileNode {
  bytes: Buffer = Buffer.alloc(0)
  modifiedAt = 0
}

/** A folder of a memory disk, as a running process sees it. */
export class FolderNode {
  readonly entries = new Map<string, DiskNode>()
}

export type DiskNode = FileNode | FolderNode

/** Everything that a crash could undo, or that keeps it from being undone, in the order it was done. */
export type Effect =
  | { readonly type: 'link'; readonly folder: FolderNode; readonly name: string; node: DiskNode }
  | { readonly type: 'unlink'; readonly folder: FolderNode; readonly name: string }
  | {
      readonly type: 'rename'
      readonly folder: FolderNode
      readonly name: string
      readonly from: string
      readonly node: DiskNode
    }
  | { readonly type: 'write'; readonly file: FileNode; readonly offset: number; bytes: Buffer }
  /** A failed sync keeps nothing, and no later one of the same file keeps what it should have. */
  | { readonly type: 'sync'; readonly node: DiskNode }
  | { readonly type: 'failed-sync'; readonly node: DiskNode }

/** Files by path; a folder holds null. */
export type DiskImage = ReadonlyMap<string, Buffer | null>

/** What Node has no name for, and throws by its number alone. */
const nameless: Readonly<Record<string, number>> = { EDQUOT: constants.errno.EDQUOT }

/** An error of the system, as `node:fs` would throw it. */
export const systemError = (code: string, call = 'call') =>
  Object.assign(
    new Error(`${code}: ${call}`),
    code in nameless ? { code: 'UNKNOWN', errno: -(nameless[code] ?? 0) } : { code },
  )

/**
 * A disk in memory that remembers every effect on it, so that each state which a crash could leave can be
 * made of them. Beyond the paths it begins with it holds nothing.
 */
export class MemoryDisk {
  readonly root = new FolderNode()
  /** What it held to begin with: all of it is safe. */
  readonly beginning = {
    folders: new Map<FolderNode, ReadonlyMap<string, DiskNode>>(),
    files: new Map<FileNode, Buffer>(),
  }
  readonly effects: Effect[] = []
  /** Bytes that fit on it. */
  capacity = Number.POSITIVE_INFINITY

  constructor(image: DiskImage = new Map([['/data', null]])) {
    for (const [path, bytes] of [...image].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
      const node = bytes === null ? new FolderNode() : new FileNode()
      if (node instanceof FileNode && bytes) node.bytes = bytes
      this.folderOf(path).entries.set(basename(path), node)
    }
    this.#remember(this.root)
  }

  /** What processes see, synced or not: what is left when one is killed and the computer goes on. */
  image(): DiskImage {
    const image = new Map<string, Buffer | null>()
    const visit = (folder: FolderNode, path: string) => {
      for (const [name, node] of folder.entries) {
        const inside = `${path}/${name}`
        image.set(inside, node instanceof FileNode ? node.bytes : null)
        if (node instanceof FolderNode) visit(node, inside)
      }
    }
    visit(this.root, '')
    return image
  }

  get used(): number {
    let used = 0
    for (const bytes of this.image().values()) used += bytes?.length ?? 0
    return used
  }

  find(path: string): DiskNode | undefined {
    let node: DiskNode | undefined = this.root
    for (const name of path.split(/[\\/]/).filter(Boolean))
      node = node instanceof FolderNode ? node.entries.get(name) : undefined
    return node
  }

  folderOf(path: string): FolderNode {
    const folder = this.find(dirname(path))
    if (!(folder instanceof FolderNode)) throw systemError('ENOENT', path)
    return folder
  }

  fileAt(path: string): FileNode {
    const node = this.find(path)
    if (node instanceof FolderNode) throw systemError('EISDIR', path)
    if (!node) throw systemError('ENOENT', path)
    return node
  }

  #remember(node: DiskNode) {
    if (node instanceof FileNode) this.beginning.files.set(node, node.bytes)
    else {
      this.beginning.folders.set(node, new Map(node.entries))
      for (const inside of node.entries.values()) this.#remember(inside)
    }
  }

  /** Does what the effect says, and remembers it. */
  apply(effect: Effect): void {
    this.effects.push(effect)
    switch (effect.type) {
      case 'link':
        effect.folder.entries.set(effect.name, effect.node)
        return
      case 'unlink':
        effect.folder.entries.delete(effect.name)
        return
      case 'rename':
        effect.folder.entries.delete(effect.from)
        effect.folder.entries.set(effect.name, effect.node)
        return
      case 'write':
        effect.file.bytes = overlaid(effect.file.bytes, effect.offset, effect.bytes)
    }
  }
}

/** `bytes` with `written` at `offset`; what lies between holds zeros. */
export function overlaid(bytes: Buffer, offset: number, written: Buffer): Buffer {
  const result = Buffer.alloc(Math.max(bytes.length, offset + written.length))
  result.set(bytes, 0)
  result.set(written, offset)
  return result
}
