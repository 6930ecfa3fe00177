import type { Reporter, TestModule } from 'vitest/node'
import { type FigureName, figures } from './figures.ts'

/** Prints, as the last thing of a run, what the tests have counted. */
export default class FiguresReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const sums = new Map<FigureName, number>()
    for (const module of modules)
      for (const test of module.children.allTests())
        for (const [name, counted] of Object.entries(test.meta().figures ?? {})) {
          const figure = name as FigureName
          sums.set(figure, (sums.get(figure) ?? 0) + counted)
        }
    const lines = (Object.keys(figures) as FigureName[]).flatMap((name) => {
      const sum = sums.get(name)
      return sum === undefined ? [] : [`${figures[name]}: ${sum.toLocaleString('en')}\n`]
    })
    process.stdout.write(`\n${lines.join('')}`)
  }
}
