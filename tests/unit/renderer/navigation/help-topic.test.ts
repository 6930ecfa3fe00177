import { beforeAll, describe, expect, it } from 'vitest'
import { pages } from '../../../../renderer/help/guide.ts'
import { places } from '../../../../renderer/navigation/places.ts'

let helpFor: (place: string) => string

// Where the page stands is read from the window, which is only there in a browser.
beforeAll(async () => {
  Object.assign(globalThis, {
    window: { location: { hash: '' }, addEventListener: () => undefined },
  })
  helpFor = (await import('../../../../renderer/navigation/help-topic.ts')).helpFor
})

/** Every place of the page that is not the guide itself. */
const everyPlace = Object.entries(places)
  .filter(([name]) => !name.startsWith('help'))
  .map(([, place]): string =>
    typeof place === 'string' ? place : (place as (...ids: string[]) => string)('1b2c', '3d4e'),
  )

describe('helpFor', () => {
  it('knows a part of the guide for every place', () => {
    const without = everyPlace.filter((place) => helpFor(place) === places.help)
    expect(without).toEqual([])
  })

  it('leads to pages and headings that the guide has', () => {
    for (const place of everyPlace) {
      const [page = '', heading] = helpFor(place).slice(places.helpOn('').length).split('#')
      const found = pages.get(page)
      expect([place, page, found !== undefined]).toEqual([place, page, true])
      if (heading) expect([...(found?.headings.values() ?? [])]).toContain(heading)
    }
  })

  it('opens the contents where no part is about the place', () => {
    expect(helpFor('/nowhere')).toBe(places.help)
  })
})
