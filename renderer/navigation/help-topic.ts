import { currentLocation, onLocation } from './location.ts'
import { places } from './places.ts'

/** Which part of the guide is about which places; the first that fits counts. */
const topics: readonly (readonly [place: RegExp, page: string])[] = [
  [/^\/users$/, 'guide/users'],
  [/^\/users\/new(\/|$)/, 'guide/new-users'],
  [/^\/users\/edit$/, 'guide/bulk-edit'],
  [/^\/users\/paste$/, 'guide/bulk-edit#from-a-spreadsheet'],
  [/^\/users\/[^/]+\/edit$/, 'guide/profile#editing'],
  [/^\/users\/[^/]+$/, 'guide/profile'],
  [/^\/deleted-users$/, 'guide/deleted-users'],
  [/^\/groups\/deleted$/, 'guide/groups#deleted-groups'],
  [/^\/groups\/[^/]+$/, 'guide/groups#a-group-and-its-members'],
  [/^\/groups\/[^/]+\/edit$/, 'guide/groups#a-group-and-its-members'],
  [/^\/groups$/, 'guide/groups'],
  [/^\/chart(\/|$)/, 'guide/chart'],
  [/^\/roles(\/|$)/, 'guide/roles'],
  [/^\/health(\/|$)/, 'guide/health'],
  [/^\/history\/entries\//, 'guide/history#an-entry'],
  [/^\/history(\/|$)/, 'guide/history'],
  [/^\/compare\/[^/]+\/at\//, 'guide/history#then-and-now'],
  [/^\/compare\//, 'guide/compare'],
  [/^\/merge\//, 'guide/compare#merge'],
  [/^\/settings\/about$/, 'guide/settings#about'],
  [/^\/settings(\/|$)/, 'guide/settings'],
]

/** The place of the guide that is about a place of the page: its contents where no part is. */
export function helpFor(place: string): string {
  const topic = topics.find(([about]) => about.test(place))
  return topic ? places.helpOn(topic[1]) : places.help
}

/** Whether a place is in the guide. */
export const isHelp = (place: string): boolean =>
  place === places.help || place.startsWith(places.helpOn(''))

let before: string = places.users

/** The place that was left for the guide. */
export const placeBeforeHelp = () => before

function remember() {
  const place = currentLocation()
  if (!isHelp(place)) before = place
}

remember()
onLocation(remember)
