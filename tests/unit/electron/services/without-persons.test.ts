import { describe, expect, it } from 'vitest'
import { type Surroundings, withoutPersons } from '../../../../electron/services/without-persons.ts'

const linux: Surroundings = {
  folders: { '/home/ada': '<home>', '/home/ada/.local/share/roster': '<data folder>' },
  account: 'ada',
  computer: 'ada-laptop',
}
const windows: Surroundings = {
  folders: { 'C:\\Users\\Ada L': '<home>', 'C:\\Users\\Ada L\\Roster': '<data folder>' },
  account: 'Ada L',
  computer: 'DESKTOP-7',
}

describe('the log without persons', () => {
  it.each([
    ["open '/home/ada/.local/share/roster/store'", "open '<data folder>/store'"],
    ['at file:///home/ada/code/main.js:3:1', 'at file://<home>/code/main.js:3:1'],
    ['/media/ada/stick/backups is full', '/media/<account>/stick/backups is full'],
    ["stat '/home/adam/x'", "stat '/home/<account>/x'"],
    ['ada-laptop has it; ada-laptop2 has not', '<computer> has it; ada-laptop2 has not'],
    ['a canada.json in /srv', 'a canada.json in /srv'],
    ['no mail to grace.hopper@navy.example', 'no mail to <address>'],
    ['no call to +44 (0)20 7946-0958.', 'no call to <number>.'],
    ['node_modules/@zip.js/zip.js at 2026-11-26', 'node_modules/@zip.js/zip.js at 2026-11-26'],
    ['"Grace, "x" is not valid JSON', '"<text>" is not valid JSON'],
  ])('of Linux: %s', (text, told) => {
    expect(withoutPersons(text, linux)).toBe(told)
  })

  it.each([
    ["open 'C:\\Users\\Ada L\\Roster\\store'", "open '<data folder>\\store'"],
    ["path: 'c:\\\\users\\\\ada l\\\\Roster\\\\store'", "path: '<data folder>\\\\store'"],
    ['at file:///C:/Users/Ada L/main.js', 'at file:///<home>/main.js'],
    ['D:\\Users\\Grace\\x on DESKTOP-7', 'D:\\Users\\<account>\\x on <computer>'],
  ])('of Windows: %s', (text, told) => {
    expect(withoutPersons(text, windows)).toBe(told)
  })

  it('is the log itself where the system tells of no account and no computer', () => {
    const nothing = { folders: { '/': '<root>' }, account: '', computer: '' }
    expect(withoutPersons('started in /srv/roster', nothing)).toBe('started in /srv/roster')
  })
})
