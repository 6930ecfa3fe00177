import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultDataFolder } from '../../../../electron/settings/data-folder.ts'
import { readSwitches, UsageError } from '../../../../electron/settings/switches.ts'

const read = (...args: string[]) => readSwitches(args, 'serve [--port N]')

describe('readSwitches', () => {
  it('takes all of them', () => {
    expect(read('--data-dir', 'x', '--port=8080', '--token', 'T')).toEqual({
      dataDir: resolve('x'),
      port: 8080,
      token: 'T',
    })
  })

  it('has the default folder, a free port and another token each time without any', () => {
    const [one, two] = [read(), read()]
    expect(one).toMatchObject({ dataDir: defaultDataFolder(), port: 0 })
    expect(one.token).toMatch(/^[\w-]{32}$/)
    expect(one.token).not.toBe(two.token)
  })

  it.each([
    [['--verbose']],
    [['folder']],
    [['--port', 'many']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--port']],
    [['--token', '']],
    [['--data-dir=']],
  ])('explains itself to %j', (args) => {
    expect(() => read(...args)).toThrow(UsageError)
    expect(() => read(...args)).toThrow('Usage: serve [--port N]')
  })
})
