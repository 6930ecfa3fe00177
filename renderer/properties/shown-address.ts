import { withoutPrefix } from '../../shared/fields/rules/proxy-addresses.ts'

/** A proxy address without the prefix that says it is one for mail. */
export const shownAddress = (address: string): string =>
  /^smtp:/i.test(address) ? withoutPrefix(address) : address
