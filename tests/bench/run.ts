import type { Figure } from './figure.ts'
import { measurePage } from './page.ts'

// node tests/bench/run.ts [--sizes 1000,10000,100000]

const sizes = [1000]
const figures: readonly Figure[] = await measurePage(sizes)

process.stdout.write('| work | users | measured | goal | |\n|---|---:|---:|---|---|\n')
for (const { work, users, figure, unit, goal = '', met } of figures) {
  const verdict = met === undefined ? '' : met ? 'met' : 'missed'
  process.stdout.write(
    `| ${work} | ${users.toLocaleString('en')} | ${figure.toFixed(1)} ${unit} | ${goal} | ${verdict} |\n`,
  )
}
