import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, type CliOptions } from 'electron-builder'
import { buildStale } from './build.ts'
import { fetchElectron, findElectron } from './electron-binary.ts'
import { thirdPartyNotices } from './notices.ts'
import { makeStandInDistribution } from './stand-in-distribution.ts'

// `npm run package` makes this system's installers; `npm run package:dir` the unpacked program, where Electron
// cannot be had around a stand-in, which shows what a package holds but cannot run.

const root = join(import.meta.dirname, '..')
const { values: options } = parseArgs({
  options: { dir: { type: 'boolean', default: false }, output: { type: 'string' } },
})

const electron = findElectron() ?? (await fetchElectron())
if (electron === null && !options.dir) {
  process.stderr.write(
    'Electron could not be downloaded, and installers need it. Nothing was made.\n',
  )
  process.exit(1)
}

await buildStale()
await writeFile(join(root, 'out', 'THIRD-PARTY-NOTICES.md'), await thirdPartyNotices(root))
const standIn = electron === null ? await makeStandInDistribution() : null
if (standIn)
  process.stderr.write(
    'Electron could not be downloaded: the program is put together without it.\n',
  )
try {
  const made = await build({
    projectDir: root,
    publish: 'never',
    ...(options.dir ? { dir: true } : {}),
    config: {
      extends: join(root, 'electron-builder.yml'),
      ...(standIn ? { electronDist: standIn } : {}),
      ...(options.output ? { directories: { output: options.output } } : {}),
    },
  } satisfies CliOptions)
  for (const path of made) process.stdout.write(`${path}\n`)
} finally {
  if (standIn) await rm(standIn, { recursive: true })
}
