/**
 * Where the page stands, kept in the address after the #. A guard can hold it there while an edit is
 * unsaved: every way to another place, the browser's back button included, then asks the guard first.
 */

/** Answers true when leaving is fine now, for `place` where it is known; otherwise it calls `leave` later, or never. */
export type LeaveGuard = (leave: () => void, place?: string) => boolean

const listeners = new Set<() => void>()
let guard: LeaveGuard | null = null
let current = read()

function read(): string {
  return decodeURI(window.location.hash.replace(/^#/, '')) || '/'
}

export const currentLocation = () => current

export function onLocation(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Goes to another place, if the guard lets it; `unguarded` when nothing is left to lose. */
export function goTo(place: string, { replace = false, unguarded = false } = {}) {
  if (place === current) return
  const leave = () => {
    const { href } = window.location
    const address = `${href.slice(0, href.length - window.location.hash.length)}#${encodeURI(place)}`
    if (replace) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
    arrive()
  }
  if (unguarded) leave()
  else whenFree(leave, place)
}

/** Does what ends the place, such as signing out, if the guard lets it. */
export function whenFree(leave: () => void, place?: string) {
  if (!guard || guard(leave, place)) leave()
}

/** Asks `next` before the place is left. Answers the function that ends it. */
export function guardLeaving(next: LeaveGuard): () => void {
  guard = next
  return () => {
    if (guard === next) guard = null
  }
}

function arrive() {
  current = read()
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', () => {
  const target = read()
  if (target === current) return
  const stay = current
  const leave = () => {
    window.history.replaceState(null, '', `#${encodeURI(target)}`)
    arrive()
  }
  if (!guard || guard(leave)) arrive()
  else window.history.pushState(null, '', `#${encodeURI(stay)}`)
})
