import { useSyncExternalStore } from 'react'
import type { BaseLocationHook } from 'wouter'
import { currentLocation, goTo, onLocation } from './location.ts'

/** wouter's way to the guarded location. */
export const useGuardedLocation: BaseLocationHook = () => [
  useSyncExternalStore(onLocation, currentLocation),
  goTo,
]

useGuardedLocation.hrefs = (href: string) => `#${href}`
