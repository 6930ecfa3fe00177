import { electron, load } from './load.ts'

// Runs the built main as a process of its own, which ends when that does: `node run-main.ts [switches]`.

electron.app.exit = (code = 0) => process.exit(code)
process.argv.splice(1, 1, '.')
load('main', 'main.js')
electron.becomeReady()
