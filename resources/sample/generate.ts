import { writeFileSync } from 'node:fs'
import { sampleDirectory } from './sample-directory.ts'

writeFileSync(new URL('directory.json', import.meta.url), sampleDirectory())
