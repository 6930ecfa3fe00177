import { openHelperChannel } from './photos/helper-channel.ts'
import {
  isPhotoRequest,
  type PhotoAnswer,
  type PhotoOutcome,
  type PhotoRequest,
  refusalOf,
  webAssemblySwitch,
} from './photos/helper-messages.ts'
import { SharpPhotoPipeline } from './photos/sharp-photo-pipeline.ts'

// The photo helper: a process of its own, so that a malformed picture takes nothing else down.

// Electron only warns of a rejection that nobody handles, and would go on in an unknown state.
process.on('unhandledRejection', () => process.exit(1))

// On Linux the native build shares GLib's symbols with Electron's own libraries, and crashes.
const underElectronOnLinux = process.platform === 'linux' && 'electron' in process.versions
const webAssembly = underElectronOnLinux || process.argv.includes(webAssemblySwitch)

let loading: Promise<SharpPhotoPipeline> | undefined

const channel = openHelperChannel()
channel.onMessage((message) => {
  if (isPhotoRequest(message)) void answer(message)
})

async function answer(request: PhotoRequest): Promise<void> {
  const outcome = await outcomeOf(request)
  const { id } = request
  channel.send({ id, memory: process.memoryUsage.rss(), ...outcome } satisfies PhotoAnswer)
}

async function outcomeOf({ image, crop, pixels }: PhotoRequest): Promise<PhotoOutcome> {
  try {
    loading ??= SharpPhotoPipeline.load(webAssembly ? 'web-assembly' : 'preferred')
    const pipeline = await loading
    return { ok: true, ...(await pipeline.process(image, crop, pixels)) }
  } catch (error) {
    return { ok: false, ...refusalOf(error) }
  }
}
