import { describe, expect, it } from 'vitest'
import { desktopUsage, readCommandLine } from '../../../../electron/settings/command-line.ts'
import { UsageError } from '../../../../electron/settings/switches.ts'

const installed = (...args: string[]) => readCommandLine(args, true)
const unpacked = (...args: string[]) => readCommandLine(args, false)

describe('the command line of the desktop program', () => {
  it('is usually empty', () => {
    const usual = {
      task: 'run',
      dataDir: undefined,
      portable: false,
      readOnly: false,
      resetWindow: false,
    }
    expect(installed()).toEqual(usual)
    expect(unpacked('.')).toEqual(usual)
  })

  it('takes every switch', () => {
    expect(installed('--data-dir=x', '--read-only', '--reset-window')).toMatchObject({
      dataDir: 'x',
      readOnly: true,
      resetWindow: true,
    })
    expect(installed('--portable').portable).toBe(true)
    expect(installed('--check', '--data-dir', 'x')).toMatchObject({ task: 'check', dataDir: 'x' })
    expect(installed('--version').task).toBe('version')
    expect(installed('--version', '--help').task).toBe('help')
  })

  it('leaves to Electron and Chromium what is theirs', () => {
    const engines = ['--inspect=0', '--remote-debugging-port=0', '--ozone-platform=x11']
    expect(unpacked(...engines, '.', '--data-dir', 'x').dataDir).toBe('x')
    expect(installed('-psn_0_12345', '--no-sandbox').task).toBe('run')
  })

  it.each([
    [['--verbose']],
    [['folder']],
    [['--data-dir']],
    [['--data-dir=']],
    [['--read-only=yes']],
    [['--portable', '--data-dir=x']],
    [['--renderer']],
  ])('explains itself to %j', (args) => {
    expect(() => installed(...args)).toThrow(UsageError)
    expect(() => installed(...args)).toThrow(desktopUsage)
  })
})
