import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../shared/zod.ts'
import { outputOf } from './build.ts'

const names = z.record(z.string(), z.string()).default({})

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      license: z.string().default('see its files'),
      dependencies: names,
      optionalDependencies: names,
    }),
  ),
})

type Packages = z.output<typeof lockSchema>['packages']

export type ShippedPackage = {
  /** Where it is, such as `node_modules/lowdb`. */
  readonly path: string
  readonly version: string
  readonly license: string
}

/**
 * The packages that the program needs when it runs, on whatever system, by the lock file. What is only
 * somebody's peer does not count: nothing of Roster's asks for it.
 */
export async function shippedPackages(root: string): Promise<readonly ShippedPackage[]> {
  const text = await readFile(join(root, 'package-lock.json'), 'utf8')
  const { packages } = lockSchema.parse(JSON.parse(text))
  const found = new Map<string, ShippedPackage>()
  const waiting = ['']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const { dependencies, optionalDependencies } = packages[path] ?? nothing
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = placeOf(name, path, packages)
      const { version, license } = packages[place] ?? nothing
      if (place === '' || found.has(place)) continue
      found.set(place, { path: place, version, license })
      waiting.push(place)
    }
  }
  return [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1))
}

const nothing = { version: '', license: '', dependencies: {}, optionalDependencies: {} }

/** Where a package finds another: in its own folder, or in one above. Empty when it is nowhere. */
function placeOf(name: string, from: string, packages: Packages): string {
  for (
    let folder = from;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (place in packages) return place
    if (folder === '') return ''
  }
}

const introduction = `# Third-party notices

Roster is made with the packages below, each under its own licence. The pictures are processed by libvips, which is under
the LGPL 3.0 or later and is part of \`@img/sharp-*\` as a library of its own: it can be replaced by another build of it.
Electron's and Chromium's licences are in \`LICENSE.electron.txt\` and \`LICENSES.chromium.html\`.
`

/** The licences of all that a package of this system holds: the installed packages, and those in the page's bundle. */
export async function thirdPartyNotices(root: string): Promise<string> {
  const parts = [introduction]
  for (const { path, version, license } of await shippedPackages(root)) {
    const texts = await licenceTexts(join(root, path))
    // Not installed on this system, and so not in its package.
    if (texts === null) continue
    parts.push(`## ${path.replace(/^.*node_modules\//, '')} ${version}\n\n${license}\n`, ...texts)
  }
  const bundled = await readFile(join(outputOf('renderer'), 'licenses.md'), 'utf8')
  return [...parts, bundled].join('\n')
}

async function licenceTexts(folder: string): Promise<string[] | null> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) return null
  const found = names.filter((name) => /^(licen[cs]e|notice|copying)/i.test(name)).sort()
  return Promise.all(
    found.map(async (name) => `${(await readFile(join(folder, name), 'utf8')).trim()}\n`),
  )
}
