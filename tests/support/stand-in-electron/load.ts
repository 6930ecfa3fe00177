import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { outputOf, type Part } from '../../../electron/build.ts'

const standIn = join(import.meta.dirname, 'electron.ts')
const require = createRequire(import.meta.url)

const loaded = new Set<string>()

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier === 'electron' ? standIn : specifier, context)
    loaded.add(found.url)
    return found
  },
})

/** Whether a package was loaded by anything that Node itself runs. */
export const hasLoaded = (name: string): boolean =>
  [...loaded].some((url) => url.includes(`/node_modules/${name}/`))

// By require, which Vitest leaves to Node: what was built must run as it is.
export const electron: typeof import('./electron.ts') = require(standIn)

/** Runs a built file with the stand-in in Electron's place. */
export const load = (part: Part, file: string): void => require(join(outputOf(part), file))
