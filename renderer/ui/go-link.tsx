import Link, { type LinkProps } from '@mui/material/Link'
import type { MouseEvent } from 'react'
import { goTo } from '../navigation/location.ts'

/** A link to another place of the page. It asks the leave guard, as every way out does. */
export function GoLink({
  to,
  ...rest
}: Omit<LinkProps, 'href' | 'onClick'> & { readonly to: string }) {
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    goTo(to)
  }
  return <Link {...rest} href={`#${encodeURI(to)}`} onClick={go} />
}
