import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { adml, admx, generated, jsonSchema, mobileconfig } from '../../../resources/policies.ts'
import { policyNames, policySettings } from '../../../shared/policy/policy.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found)

/** Whether every element that is opened is closed again, in order. */
function isWellFormed(xml: string): boolean {
  const open: string[] = []
  for (const [, closing, name = '', empty] of xml
    .replace(/<\?[^>]*\?>|<![^>]*>/g, '')
    .matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!empty) open.push(name)
  }
  return open.length === 0
}

describe('what IT rolls settings out with', () => {
  it.each(Object.keys(generated()))('%s is as the table of settings says', async (path) => {
    expect(await readFile(join(root, path), 'utf8')).toBe(generated()[path])
  })

  it('is well-formed XML', () => {
    expect([admx(), adml(), mobileconfig()].map(isWellFormed)).toEqual([true, true, true])
  })
})

describe('the administrative template', () => {
  it('has a policy for each setting, enforced and as a default, and no name twice', () => {
    const names = all(admx(), /<policy name="([^"]+)"/g)
    expect(names).toEqual([...policyNames, ...policyNames.map((name) => `${name}_Default`)])
    const categories = all(admx(), /<category name="([^"]+)"/g)
    expect(new Set(categories).size).toBe(categories.length)
  })

  it('refers to nothing that is not there', () => {
    const strings = new Set(all(adml(), /<string id="([^"]+)"/g))
    expect(all(admx(), /\$\(string\.([^)]+)\)/g).filter((id) => !strings.has(id))).toEqual([])
    const presentations = new Set(all(adml(), /<presentation id="([^"]+)"/g))
    expect(
      all(admx(), /\$\(presentation\.([^)]+)\)/g).filter((id) => !presentations.has(id)),
    ).toEqual([])
    const categories = new Set(all(admx(), /<category name="([^"]+)"/g))
    expect(
      all(admx(), /<parentCategory ref="([^"]+)"/g).filter((id) => !categories.has(id)),
    ).toEqual([])
  })

  it('uses every string that it defines, and each once', () => {
    const strings = all(adml(), /<string id="([^"]+)"/g)
    expect(new Set(strings).size).toBe(strings.length)
    const used = new Set(all(admx(), /\$\(string\.([^)]+)\)/g))
    expect(strings.filter((id) => !used.has(id))).toEqual([])
  })

  it('gives each element the presentation that asks for it', () => {
    const elements = all(admx(), /<(?:text|decimal|enum) id="([^"]+)"/g)
    const asked = all(adml(), /refId="([^"]+)"/g)
    expect([...new Set(elements)].sort()).toEqual([...asked].sort())
  })

  it('says of each value where the registry keeps it', () => {
    const keys = new Set(all(admx(), / key="([^"]+)"/g))
    expect([...keys]).toEqual([
      'Software\\Policies\\Roster',
      'Software\\Policies\\Roster\\Defaults',
    ])
    const values = new Set(all(admx(), /valueName="([^"]+)"/g))
    expect([...values].sort()).toEqual([...policyNames].sort())
  })
})

describe('the other forms', () => {
  it('name each setting', () => {
    const keys = new Set(all(mobileconfig(), /<key>([^<]+)<\/key>/g))
    expect(policyNames.filter((name) => !keys.has(name))).toEqual([])
    const { properties } = JSON.parse(jsonSchema())
    expect(Object.keys(properties.enforced.properties)).toEqual([...policyNames])
    expect(properties.defaults.properties.PhotoMaxPixels).toMatchObject({
      minimum: policySettings.PhotoMaxPixels.least,
      maximum: policySettings.PhotoMaxPixels.most,
    })
  })
})
