import type { Position } from './chart.ts'
import type { Employment } from './hiring.ts'
import { lookUp } from './look-up.ts'
import { randomFor } from './random.ts'

/** A person's numbers at work. Nobody shares one. */
export type Telephones = { readonly business?: string; readonly mobile?: string }

// Who has neither a desk nor a company telephone.
const onTheShopFloor = /Assembler|Polisher|Cleanroom|Warehouse|Maintenance|Apprentice|Intern\b/

// How many of each level carry a company mobile telephone: everyone down to the managers.
const mobileShare = [1, 1, 1, 1, 0.8, 0.45]

/** Everyone's numbers, by user name. Who came first has the lower extension. */
export function handOutTelephones(
  chart: readonly Position[],
  employments: ReadonlyMap<string, Employment>,
): ReadonlyMap<string, Telephones> {
  const positions = new Map(chart.map((position) => [position.userName, position]))
  const inOrder = [...employments.keys()].map((userName) => lookUp(positions, userName))
  const extensions = new Map<string, number>()
  const mobiles = new Map<string, number>()
  return new Map(
    inOrder.map((position) => {
      const { userName, title, level, place } = position
      const random = randomFor('telephones', userName)
      const extension = (extensions.get(place.city) ?? 100) + random.between(1, 5)
      const mobile = (mobiles.get(place.countryCode) ?? -1) + 1
      if (onTheShopFloor.test(title)) return [userName, {}]
      extensions.set(place.city, extension)
      if (place.office && !random.chance(mobileShare[level] ?? 0))
        return [userName, { business: place.office.telephone(extension) }]
      mobiles.set(place.countryCode, mobile)
      return [
        userName,
        {
          mobile: place.numbers(mobile),
          ...(place.office ? { business: place.office.telephone(extension) } : {}),
        },
      ]
    }),
  )
}
