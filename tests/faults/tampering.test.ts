import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FoundSlots } from '../../electron/keys/found-slots.ts'
import type { KeyRing, Purpose } from '../../electron/keys/key-ring.ts'
import { openSealedFile } from '../../electron/keys/sealed-file.ts'
import { readAnchor } from '../../electron/store/anchor.ts'
import { digestOfCheckpoint } from '../../electron/store/checkpoint-digest.ts'
import { slotFileNames } from '../../electron/store/file-names.ts'
import { decodeHeader, headerLength } from '../../electron/store/format/file-header.ts'
import { framesOfSegment, limitsOf } from '../../electron/store/format/read-segment.ts'
import { readHistory } from '../../electron/store/read-history.ts'
import { recover } from '../../electron/store/recover.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { aJpeg } from '../support/images.ts'
import { administrator, cheapCosts, openRoster, type Roster } from '../support/open-roster.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { unlockedKeys } from '../support/unlocked-keys.ts'
import { count } from './support/figures.ts'
import { scaled, seed } from './support/scale.ts'
import { pick } from './support/some-plan.ts'

type Files = ReadonlyMap<string, Buffer>

let original: Files = new Map()
let ring: KeyRing
let keys: Awaited<ReturnType<typeof unlockedKeys>>

const account = {
  userPrincipalName: administrator.userPrincipalName,
  password: administrator.password,
}

/** Work that leaves every kind of file: several segments and checkpoints, two data keys, a photo, a desk. */
async function workIn(dataDir: string): Promise<void> {
  let roster = await openRoster(dataDir)
  await roster.ask('createDirectory', {
    name: 'Contoso',
    domain: 'contoso.example',
    administrator,
  })
  await addUsers(roster, 'before', 8)
  const { userId: id } = await roster.ask('whoAmI', {})
  const { revision } = await roster.ask('getUser', { id })
  await roster.ask('setPhoto', { id, revision, image: new Uint8Array(await aJpeg()) })
  await roster.ask('saveDraft', { userId: 'new', revision: 0, changes: { city: 'Oslo' } })
  roster = await roster.reopen()
  await roster.ask('signIn', account)
  await roster.ask('changeDataKey', { password: account.password })
  await addUsers(roster, 'between', 8)
  await roster.ask('changeDataKey', { password: account.password })
  await addUsers(roster, 'after', 8)
  await expect.poll(async () => (await roster.ask('keyStatus', {})).resealing).toBe(false)
  await roster.application.close()
}

async function addUsers(roster: Roster, name: string, times: number) {
  for (let time = 1; time <= times; time += 1)
    await roster.ask('createUser', {
      values: {
        displayName: `${name} ${time}`,
        userPrincipalName: `${name}${time}@contoso.example`,
      },
    })
}

async function filesOf(store: string): Promise<Files> {
  const entries = await readdir(store, { recursive: true, withFileTypes: true })
  const files = new Map<string, Buffer>()
  for (const each of entries.filter((entry) => entry.isFile())) {
    const path = join(each.parentPath, each.name)
    files.set(path.slice(store.length + 1), await readFile(path))
  }
  return files
}

/** Leaves the files to be tampered with in memory, before the first test that needs them. */
async function prepare(): Promise<void> {
  if (original.size > 0) return
  const dataDir = await temporaryFolder()
  await workIn(dataDir)
  original = await filesOf(join(dataDir, 'store'))
  keys = await unlockedKeys(dataDir, account, cheapCosts)
  ring = keys.ring
}

/** Whether somebody notices who has the keys and reads every file of a store in full. */
async function isNoticed(files: Files): Promise<boolean> {
  const fs = fileSystemOf(files)
  const recovery = await recover(fs, '', keys).catch(() => null)
  if (!recovery || recovery.incomplete || recovery.findings.length > 0) return true
  try {
    const { sequence } = recovery.head
    for await (const _ of readHistory(fs, '', 0, sequence, keys));
  } catch {
    return true
  }
  if ((await readAnchor(fs, '', keys)).findings.length > 0) return true
  for (const [path, bytes] of files) if (!(await isSound(path, bytes))) return true
  const [current = null, previous = null] = slotFileNames.map((name) => files.get(name) ?? null)
  const slots = FoundSlots.in({ current, previous })
  const found = slots && typeof slots === 'object' ? slots.openWith(ring) : null
  return !found || found.findings.length > 0
}

async function isSound(path: string, bytes: Buffer): Promise<boolean> {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const opens = (purpose: Purpose) => openSealedFile(ring, { purpose, name }, bytes) !== null
  if (path.endsWith('.rsnap')) return (await digestOfCheckpoint(bytes, keys)) !== null
  if (path.endsWith('.rph')) return opens('photo')
  if (path.endsWith('.rdsk')) return opens('desk')
  return true
}

const fileSystemOf = (files: Files) => ({
  ...nodeFs,
  readdir: async () => [...files.keys()].filter((path) => !path.includes('/')),
  readFile: async (path: string) => {
    const bytes = files.get(path)
    if (!bytes) throw Object.assign(new Error(path), { code: 'ENOENT' })
    return Buffer.from(bytes)
  },
})

const changed = (path: string, bytes: Buffer | null): Files => {
  const files = new Map(original)
  if (bytes) files.set(path, bytes)
  else files.delete(path)
  return files
}

function flipped(bytes: Buffer, bit: number): Buffer {
  const other = Buffer.from(bytes)
  const at = bit >> 3
  other.writeUInt8(other.readUInt8(at) ^ (1 << (bit & 7)), at)
  return other
}

const endings = [
  '.rjrn',
  '.rsnap',
  '.rph',
  '.rdsk',
  'keyslots.json',
  'keyslots.prev.json',
  'head.json',
]

describe('somebody who changes the files of a directory', () => {
  it('leaves every kind of file to be changed, and none of them is wrong to begin with', async () => {
    await prepare()
    for (const ending of endings)
      expect(
        [...original.keys()].some((path) => path.endsWith(ending)),
        ending,
      ).toBe(true)
    expect(await isNoticed(original)).toBe(false)
  })

  it('is noticed by any single bit', async (context) => {
    await prepare()
    const random = randomNumbers(seed)
    const paths = [...original.keys()].filter((path) => !path.endsWith('.tmp'))
    const counted = countedInSegments()
    const unnoticed: string[] = []
    const changes = scaled(150, 10_000)
    for (let change = 0; change < changes; change += 1) {
      const path = pick(random, paths as [string, ...string[]])
      const bytes = original.get(path) ?? Buffer.alloc(0)
      const bit = Math.floor(random() * (counted.get(path) ?? bytes.length) * 8)
      if (!(await isNoticed(changed(path, flipped(bytes, bit))))) unnoticed.push(`${path} ${bit}`)
    }
    expect(unnoticed).toEqual([])
    count(context, { bitChanges: changes, unnoticed: unnoticed.length })
  })

  it('is noticed by what is removed, swapped, repeated or put back in time', async (context) => {
    await prepare()
    const random = randomNumbers(seed)
    const unnoticed: string[] = []
    const tries = scaled(40, 100)
    const ways = Object.entries(tamperings) as [[string, Tampering], ...[string, Tampering][]]
    for (let left = tries; left > 0; ) {
      const [name, tamper] = pick(random, ways)
      const files = tamper(random)
      if (!files) continue
      left -= 1
      if (!(await isNoticed(files))) unnoticed.push(name)
    }
    expect(unnoticed).toEqual([])
    count(context, { tamperings: tries, unnoticed: unnoticed.length })
  })
})

/**
 * How many bytes of each segment count. The last entry before a start is repeated by the next segment, so that
 * what is left of it in the one before may be torn, and holds nothing that is needed.
 */
function countedInSegments(): ReadonlyMap<string, number> {
  const paths = pathsOf('.rjrn').toSorted()
  const headers = paths.map((path) => {
    const header = decodeHeader(original.get(path) ?? Buffer.alloc(0), 'segment')
    return typeof header === 'string' ? null : header
  })
  const limits = limitsOf(headers)
  return new Map(
    paths.map((path, at) => {
      const frames = [...framesOfSegment(original.get(path) ?? Buffer.alloc(0), keys)]
      const last = frames.findLast(({ frame }) => frame.sequence <= (limits[at] ?? 0))
      return [path, last?.end ?? headerLength]
    }),
  )
}

type Tampering = (random: () => number) => Files | null

const pathsOf = (ending: string) => [...original.keys()].filter((path) => path.endsWith(ending))
const oneOf = (random: () => number, ending: string) =>
  pick(random, pathsOf(ending) as [string, ...string[]])

/** Where each frame of a segment begins, and where the last one ends. */
function framesOf(bytes: Buffer): number[] {
  const places = [112]
  for (let at = 112; at < bytes.length; ) {
    at += 28 + bytes.readUInt32LE(at + 8) + 24
    places.push(at)
  }
  return places
}

function withoutFrame(random: () => number, path: string): Buffer | null {
  const bytes = original.get(path) ?? Buffer.alloc(0)
  const places = framesOf(bytes)
  if (places.length < 2) return null
  const which = Math.floor(random() * (places.length - 1))
  return Buffer.concat([bytes.subarray(0, places[which]), bytes.subarray(places[which + 1])])
}

function withTwoFramesTurned(random: () => number, path: string): Buffer | null {
  const bytes = original.get(path) ?? Buffer.alloc(0)
  const places = framesOf(bytes)
  if (places.length < 3) return null
  const which = Math.floor(random() * (places.length - 2))
  const [first, second, third] = places.slice(which, which + 3)
  return Buffer.concat([
    bytes.subarray(0, first),
    bytes.subarray(second, third),
    bytes.subarray(first, second),
    bytes.subarray(third),
  ])
}

const tamperings: Readonly<Record<string, Tampering>> = {
  'a record removed': (random) => {
    const path = oneOf(random, '.rjrn')
    const bytes = withoutFrame(random, path)
    return bytes && changed(path, bytes)
  },
  'two records turned round': (random) => {
    const path = oneOf(random, '.rjrn')
    const bytes = withTwoFramesTurned(random, path)
    return bytes && changed(path, bytes)
  },
  'the last records cut off': (random) => {
    const path = pathsOf('.rjrn').toSorted().at(-1) ?? ''
    const bytes = original.get(path) ?? Buffer.alloc(0)
    const places = framesOf(bytes).slice(0, -1)
    return changed(path, bytes.subarray(0, pick(random, places as [number, ...number[]])))
  },
  'a segment removed': (random) => changed(oneOf(random, '.rjrn'), null),
  'a segment in another’s place': (random) => {
    const [one, other] = [oneOf(random, '.rjrn'), oneOf(random, '.rjrn')]
    return one === other ? null : changed(one, original.get(other) ?? null)
  },
  'a photo in another’s place': (random) => {
    const [one, other] = [oneOf(random, '.rph'), oneOf(random, '.rph')]
    return one === other ? null : changed(one, original.get(other) ?? null)
  },
  'the notes of how far it goes removed': () => {
    const files = new Map(original)
    for (const name of ['head.json', 'head.copy.json']) files.delete(name)
    return files
  },
  'a slot removed': () => {
    const text = original.get('keyslots.json')?.toString('utf8') ?? ''
    const file = JSON.parse(text)
    file.slots.pop()
    return changed('keyslots.json', Buffer.from(JSON.stringify(file)))
  },
  'a slot that gives the key of the one before': () => {
    const file = JSON.parse(original.get('keyslots.json')?.toString('utf8') ?? '')
    file.keyNumber -= 1
    return changed('keyslots.json', Buffer.from(JSON.stringify(file)))
  },
  'the newest checkpoint and what follows put back in time': () => {
    const files = new Map(original)
    const newest = pathsOf('.rjrn').toSorted().slice(-2)
    for (const path of newest) files.delete(path)
    const checkpoint = pathsOf('.rsnap').toSorted().at(-1)
    if (checkpoint) files.delete(checkpoint)
    return files
  },
}
