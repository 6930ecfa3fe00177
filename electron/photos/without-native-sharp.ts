import { registerHooks } from 'node:module'

/**
 * Runs `load` with sharp's native builds out of reach, so that it loads its WebAssembly build.
 *
 * sharp prefers a native build wherever one is installed and has no setting for it. Its loader tries
 * the WebAssembly build when the native package is not found, which is what it is told here.
 */
export async function withoutNativeSharp<T>(load: () => Promise<T>): Promise<T> {
  const hooks = registerHooks({
    resolve(specifier, context, nextResolve) {
      if (!/^@img\/sharp-(?!wasm32\/)/.test(specifier)) return nextResolve(specifier, context)
      throw Object.assign(new Error(`${specifier} is not to be used`), { code: 'MODULE_NOT_FOUND' })
    },
  })
  try {
    return await load()
  } finally {
    hooks.deregister()
  }
}
