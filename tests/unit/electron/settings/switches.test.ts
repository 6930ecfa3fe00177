import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  readServeSwitches,
  readStartSwitches,
  UsageError,
} from '../../../../electron/settings/switches.ts'

const read = (...args: string[]) => readServeSwitches(args)
const readStart = (...args: string[]) => readStartSwitches(args, 'npm start')

describe('readServeSwitches', () => {
  it('takes all of them', () => {
    expect(read('--data-dir', 'x', '--port=8080', '--token', 'T')).toEqual({
      dataDir: resolve('x'),
      port: 8080,
      token: 'T',
    })
  })

  it('has no folder of its own, a free port and another token each time without any', () => {
    const [one, two] = [read(), read()]
    expect(one).toMatchObject({ dataDir: undefined, port: 0 })
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
    [['--host', 'browser']],
  ])('explains itself to %j', (args) => {
    expect(() => read(...args)).toThrow(UsageError)
    expect(() => read(...args)).toThrow('Usage: npm run serve -- [--data-dir DIR]')
  })
})

describe('readStartSwitches', () => {
  it('takes the host as well, and leaves it open', () => {
    expect(readStart('--host', 'browser', '--port', '1')).toMatchObject({
      host: 'browser',
      port: 1,
    })
    expect(readStart().host).toBeUndefined()
  })

  it('explains itself to a host that there is not', () => {
    expect(() => readStart('--host', 'phone')).toThrow(
      'Usage: npm start -- [--host desktop|browser]',
    )
  })
})
