import { createHash } from 'node:crypto'
import { type Crash, DiskTracker, type FolderEffect, type TrackedFile } from './disk-tracker.ts'
import { type DiskImage, type MemoryDisk, overlaid } from './memory-disk.ts'

/** What a disk writes at once. */
const sector = 512

/** A disk as a crash left it after so many effects. */
export type CrashState = {
  readonly position: number
  readonly image: DiskImage
  /** Whether no earlier state was the same to the byte. */
  readonly fresh: boolean
}

const nothing = () => false
const everything = () => true

/** What a crash can make of a file that was written and not synced. */
const whole = ({ kept, pending }: TrackedFile) =>
  pending.reduce((bytes, { offset, bytes: written }) => overlaid(bytes, offset, written), kept)
const unwritten = ({ kept }: TrackedFile) => kept
/** The new size reached the disk and the bytes did not, or only the sectors `holds` says. */
const holed =
  (holds: (at: number) => boolean) =>
  (file: TrackedFile): Buffer => {
    const result = Buffer.alloc(whole(file).length)
    result.set(file.kept, 0)
    for (const { offset, bytes } of file.pending)
      for (let at = 0; at < bytes.length; ) {
        const number = Math.floor((offset + at) / sector)
        const end = Math.min(bytes.length, (number + 1) * sector - offset)
        if (holds(number)) result.set(bytes.subarray(at, end), offset + at)
        at = end
      }
    return result
  }
const cut =
  (share: number, step: number) =>
  (file: TrackedFile): Buffer => {
    const all = whole(file)
    const size = file.kept.length + Math.floor((all.length - file.kept.length) * share)
    return all.subarray(0, Math.max(file.kept.length, Math.floor(size / step) * step))
  }

/**
 * Every state of the disk that a power cut could leave at any moment of what was done on `disk`: unsynced writes lost, torn between sectors or out of order, files of the right size
 * that hold zeros, creations, renames and removals undone when their folder was not synced. `samples` is
 * how many random mixtures of these each moment adds. The same state comes again only when more was
 * acknowledged meanwhile, which `acknowledged` tells.
 */
export function* crashStates(
  disk: MemoryDisk,
  acknowledged: (position: number) => number,
  random: () => number,
  samples: number,
): Generator<CrashState> {
  const seen = new Map<string, number>()
  const tracker = new DiskTracker(disk)
  for (let position = 0; position <= disk.effects.length; position += 1) {
    const effect = disk.effects[position - 1]
    if (effect) tracker.follow(effect)
    for (const crash of crashesAt(tracker, random, samples)) {
      const image = tracker.after(crash)
      const fingerprint = fingerprintOf(image)
      const before = seen.get(fingerprint)
      const due = acknowledged(position)
      if (before === due) continue
      seen.set(fingerprint, due)
      yield { position, image, fresh: before === undefined }
    }
  }
}

function* crashesAt(tracker: DiskTracker, random: () => number, samples: number): Generator<Crash> {
  const inFolders = tracker.pendingInFolders
  const inFiles = tracker.pendingFiles
  for (const loses of [nothing, everything])
    for (const contentOf of [whole, unwritten]) yield { loses, contentOf }
  for (const effect of inFolders)
    for (const contentOf of [whole, unwritten]) {
      yield { loses: (each) => each === effect, contentOf }
      yield { loses: (each) => each !== effect, contentOf }
    }
  if (inFiles.length > 0) for (const contentOf of tears(random)) yield { loses: nothing, contentOf }
  if (inFolders.length + inFiles.length > 0)
    for (let sample = 0; sample < samples; sample += 1) yield mixture(inFolders, inFiles, random)
}

function* tears(random: () => number) {
  yield holed(nothing)
  for (const odd of [0, 1]) yield holed((number) => number % 2 === odd)
  for (const share of [0.25, 0.5, 0.75]) yield cut(share, sector)
  yield cut(random(), 1)
  yield cut(random(), 1)
  yield holed(chosenBy(random))
}

/** The same answer for the same number. */
function chosenBy(random: () => number): (number: number) => boolean {
  const chosen = new Map<number, boolean>()
  return (number) => {
    const known = chosen.get(number) ?? random() < 0.5
    chosen.set(number, known)
    return known
  }
}

function mixture(
  inFolders: readonly FolderEffect[],
  inFiles: readonly TrackedFile[],
  random: () => number,
): Crash {
  const lost = new Set(inFolders.filter(() => random() < 0.5))
  const ways = [whole, unwritten, holed(chosenBy(random)), cut(random(), sector), cut(random(), 1)]
  const wayOf = new Map(inFiles.map((file) => [file, ways[Math.floor(random() * ways.length)]]))
  return {
    loses: (effect) => lost.has(effect),
    contentOf: (file) => (wayOf.get(file) ?? whole)(file),
  }
}

const hashes = new WeakMap<Buffer, string>()

function hashOf(bytes: Buffer): string {
  const known = hashes.get(bytes) ?? createHash('sha1').update(bytes).digest('hex')
  hashes.set(bytes, known)
  return known
}

/** Tells two disks apart. */
export function fingerprintOf(image: DiskImage): string {
  const hash = createHash('sha1')
  for (const [path, bytes] of [...image].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    hash.update(`${path}\n`).update(bytes === null ? 'folder' : hashOf(bytes))
  return hash.digest('hex')
}
