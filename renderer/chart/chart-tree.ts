import { type HierarchyPointNode, hierarchy, tree } from 'd3-hierarchy'
import type { PlacedPerson } from '../../shared/contract/chart-requests.ts'

/** Pixels of a card, and from one card to the next of its column and of its row. */
export const card = { width: 264, height: 52, across: 316, down: 62 } as const

/** A card with its place: the corner where it begins, in pixels from that of the chart. */
export type ChartCard = {
  readonly person: PlacedPerson
  readonly x: number
  readonly y: number
  /** From 1, the top. */
  readonly level: number
  /** Its place among those of the same manager, from 1, and how many they are. */
  readonly place: number
  readonly siblings: number
  /** Whether those below are shown; null when nobody is below. */
  readonly open: boolean | null
}

export type Chart = {
  /** From the top down, each followed by those below: the order in which a keyboard goes through them. */
  readonly cards: readonly ChartCard[]
  readonly byId: ReadonlyMap<string, ChartCard>
  readonly width: number
  readonly height: number
}

type Node = { readonly person: PlacedPerson; readonly children: readonly Node[] }

/** Who has whom below, of people who each come after their manager. */
export function reportsOf(people: readonly PlacedPerson[]): ReadonlyMap<string, PlacedPerson[]> {
  const reports = new Map<string, PlacedPerson[]>()
  for (const person of people.slice(1)) {
    const managerId = person.managerId ?? ''
    const those = reports.get(managerId)
    if (those) those.push(person)
    else reports.set(managerId, [person])
  }
  return reports
}

/** Lays out everybody whose managers are all open, levels from left to right. */
export function layOut(people: readonly PlacedPerson[], open: ReadonlySet<string>): Chart {
  const [top] = people
  if (!top) return { cards: [], byId: new Map(), width: 0, height: 0 }
  const reports = reportsOf(people)
  const nodeOf = (person: PlacedPerson): Node => ({
    person,
    children: open.has(person.id) ? (reports.get(person.id) ?? []).map(nodeOf) : [],
  })
  const placed = tree<Node>()
    .nodeSize([card.down, card.across])
    .separation((one, other) => (one.parent === other.parent ? 1 : 1.25))(
    hierarchy(nodeOf(top), ({ children }) => children),
  )
  const first = placed.descendants().reduce((least, { x }) => Math.min(least, x), 0)
  const cards: ChartCard[] = []
  placed.eachBefore((node) => cards.push(cardOf(node, first, reports)))
  return {
    cards,
    byId: new Map(cards.map((each) => [each.person.id, each])),
    width: Math.max(...levelsOf(cards)) * card.across - (card.across - card.width),
    height: cards.reduce((most, { y }) => Math.max(most, y), 0) + card.height,
  }
}

const levelsOf = (cards: readonly ChartCard[]) => new Set(cards.map(({ level }) => level))

function cardOf(
  node: HierarchyPointNode<Node>,
  first: number,
  reports: ReadonlyMap<string, readonly PlacedPerson[]>,
): ChartCard {
  const { person, children } = node.data
  const among = node.parent?.children ?? [node]
  return {
    person,
    x: node.depth * card.across,
    y: node.x - first,
    level: node.depth + 1,
    place: among.indexOf(node) + 1,
    siblings: among.length,
    open: (reports.get(person.id)?.length ?? 0) === 0 ? null : children.length > 0,
  }
}

/** Everybody down to so many levels below the top. */
export function openTo(people: readonly PlacedPerson[], levels: number): ReadonlySet<string> {
  const [top] = people
  const open = new Set<string>()
  if (!top) return open
  const reports = reportsOf(people)
  let row = [top]
  for (let level = 0; level < levels && row.length > 0; level += 1) {
    const next = row.flatMap((person) => {
      const below = reports.get(person.id) ?? []
      if (below.length > 0) open.add(person.id)
      return below
    })
    row = next
  }
  return open
}
