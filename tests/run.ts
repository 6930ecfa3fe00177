import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// Runs every check in order and stops at the first that fails: all of them by `npm test`, those that
// need no browser by `npm run check`. The last line says how many tests passed and how many failed.

type Count = { readonly passed: number; readonly failed: number }
type Step = {
  readonly name: string
  /** Each a program for Node and what it is given. */
  readonly commands: readonly (readonly string[])[]
  /** Reads the counts out of the report that the command wrote. A step without tests counts none. */
  readonly count?: (report: string) => Count
}

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'roster-report-'))
const report = join(folder, 'report.json')
const none: Count = { passed: 0, failed: 0 }
const program = (path: string) => join(root, 'node_modules', path)

const vitest = [
  program('vitest/vitest.mjs'),
  'run',
  '--reporter=json',
  `--outputFile.json=${report}`,
] as const
const countOfVitest = (text: string): Count => {
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(text)
  return { passed, failed }
}

const steps: readonly Step[] = [
  { name: 'lint', commands: [[program('@biomejs/biome/bin/biome'), 'check']] },
  {
    name: 'types',
    commands: ['node', 'web', 'e2e'].map((part) => [
      program('typescript/bin/tsc'),
      '-p',
      `tsconfig.${part}.json`,
    ]),
  },
  {
    name: 'unit',
    commands: [[...vitest, '--reporter=default']],
    count: countOfVitest,
  },
  {
    name: 'faults',
    commands: [
      [
        ...vitest,
        '--config=vitest.faults.config.ts',
        '--reporter=default',
        '--reporter=./tests/faults/support/figures-reporter.ts',
      ],
    ],
    count: countOfVitest,
  },
  {
    name: 'e2e',
    commands: [[join(root, 'tests', 'e2e', 'run.ts'), '--reporter=line,json']],
    count: (text) => {
      const { expected, flaky, unexpected } = JSON.parse(text).stats
      return { passed: expected + flaky, failed: unexpected }
    },
  },
]

let passed = 0
let failed = 0
for (const step of chosen(process.argv.slice(2))) {
  process.stdout.write(`\n— ${step.name}\n`)
  const outcome = run(step)
  passed += outcome.passed
  failed += outcome.failed
  if (failed > 0) break
}
rmSync(folder, { recursive: true })
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 ? 1 : 0

function chosen(names: readonly string[]): readonly Step[] {
  const unknown = names.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    process.stderr.write(`There is no check called “${unknown}”.\n`)
    process.exit(2)
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name))
}

/** A step that fails for another reason than a test counts as one failed. */
function run({ commands, count }: Step): Count {
  rmSync(report, { force: true })
  const succeeded = commands.every(
    (command) =>
      spawnSync(process.execPath, command, {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
      }).status === 0,
  )
  const counted = count && existsSync(report) ? count(readFileSync(report, 'utf8')) : none
  return succeeded || counted.failed > 0 ? counted : { ...counted, failed: 1 }
}
