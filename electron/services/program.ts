import type { Output } from '../../shared/contract/contract.ts'

/** What runs here: this version of Roster, on that of Node or Electron, on this system. */
export function programOf(version: string): Output<'getProgram'> {
  const { node, electron = null } = process.versions
  return { version, node, electron, platform: process.platform, arch: process.arch }
}
