import { readFile, writeFile } from 'node:fs/promises'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBulkWork } from './bulk-work.ts'
import { measureChart } from './chart.ts'
import { measureCheckpoints } from './checkpoints.ts'
import type { Figure } from './figure.ts'
import { measureGroups } from './groups.ts'
import { measureHistory } from './history.ts'
import { measureLargeWork } from './large-work.ts'
import { measureLists } from './lists.ts'
import { measurePage } from './page.ts'
import { measureSignIn } from './sign-in.ts'
import { measureStore } from './store.ts'

// node --expose-gc tests/bench/run.ts [--sizes 1000,10000,100000] [--only store,lists,…] [--write]

const measures = {
  store: measureStore,
  checkpoints: measureCheckpoints,
  signIn: measureSignIn,
  lists: measureLists,
  history: measureHistory,
  groups: measureGroups,
  page: measurePage,
  large: measureLargeWork,
  chart: measureChart,
  bulk: measureBulkWork,
}
const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000' },
    only: { type: 'string', default: Object.keys(measures).join() },
    write: { type: 'boolean', default: false },
  },
})
/** What a person wrote below the table stays. */
const notesHeading = '## Notes'
const sizes = options.sizes.split(',').map(Number)

const figures: Figure[] = []
for (const [name, measure] of Object.entries(measures))
  if (options.only.split(',').includes(name)) figures.push(...(await measure(sizes)))

const table = tableOf(figures)
process.stdout.write(table)
if (options.write) {
  const [processor] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const file = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')
  const before = await readFile(file, 'utf8').catch(() => '')
  const notes = before.slice(
    before.includes(notesHeading) ? before.indexOf(notesHeading) : before.length,
  )
  const text = `# Performance

Measured by \`npm run bench -- --write\` in one run, medians unless said otherwise, with ${cpus().length} cores
(${processor?.model.trim()}), ${memory} GB of memory, ${type()} ${release()} and Node ${process.versions.node}. Compare ratios:
milliseconds are those of this machine.

${table}
${notes}`
  await writeFile(file, text)
}

/** A line for each work, a column for each size. */
function tableOf(all: readonly Figure[]): string {
  const works = [...new Set(all.map(({ work }) => work))]
  const head = [
    'work',
    ...sizes.map((size) => size.toLocaleString('en')),
    'goal at the largest',
    '',
  ]
  const lines = works.map((work) => {
    const ofWork = all.filter((figure) => figure.work === work)
    const cells = sizes.map((size) => shown(ofWork.find(({ users }) => users === size)))
    const other = ofWork.find(({ users }) => !sizes.includes(users))
    if (other) cells[cells.length - 1] = `${shown(other)} with ${other.users.toLocaleString('en')}`
    const { goal = '', met } = ofWork.findLast((figure) => figure.goal) ?? {}
    return [work, ...cells, goal, met === undefined ? '' : met ? 'met' : 'missed']
  })
  const rule = head.map((_, column) => (column > 0 && column <= sizes.length ? '---:' : '---'))
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function shown(figure: Figure | undefined): string {
  if (!figure) return ''
  const digits = figure.figure < 10 ? 2 : figure.figure < 100 ? 1 : 0
  return `${figure.figure.toFixed(digits)} ${figure.unit}`
}
