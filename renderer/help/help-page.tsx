import Box from '@mui/material/Box'
import List from '@mui/material/List'
import Typography from '@mui/material/Typography'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { placeBeforeHelp } from '../navigation/help-topic.ts'
import { places } from '../navigation/places.ts'
import { BackLink } from '../ui/back-link.tsx'
import { GoLink } from '../ui/go-link.tsx'
import { Page } from '../ui/page.tsx'
import { contents, type GuidePage, linkedFrom, pageBehind, pages, pictureOf } from './guide.ts'
import { Keys } from './keys.tsx'
import { Markdown, type Shown } from './markdown.tsx'

const listed = linkedFrom(contents)
const sections = listed.filter((page) => page.startsWith('guide/'))
const further = listed.filter((page) => !page.startsWith('guide/'))

/** The guide, and what the documents tell besides. `page` is a page's file, behind a # one of its headings. */
export function HelpPage({ page = contents }: { readonly page?: string }) {
  const { t } = useTranslation('help')
  const [name = contents, heading] = page.split('#')
  const found = pages.get(name)
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    const target = heading ? document.getElementById(idOf(heading)) : article.current
    target?.focus({ preventScroll: true })
    if (heading) target?.scrollIntoView({ block: 'start' })
    else article.current?.scrollTo({ top: 0 })
  }, [heading])
  return (
    <Page
      title={found?.title ?? t('missing')}
      above={<BackLink to={placeBeforeHelp()} label={t('back')} name={t('backName')} />}
      fill
    >
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', borderTop: 1, borderColor: 'divider' }}>
        <Contents current={name} />
        <Box
          component="article"
          key={name}
          ref={article}
          tabIndex={-1}
          aria-label={found?.title ?? t('missing')}
          sx={{
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            position: 'relative',
            px: 3,
            pb: 6,
            outline: 'none',
          }}
        >
          {found ? <Article name={name} page={found} /> : <ToContents />}
        </Box>
      </Box>
    </Page>
  )
}

/** So that no heading of a document takes the place of an element of the page. */
const idOf = (heading: string) => `help-${heading}`

function ToContents() {
  const { t } = useTranslation('help')
  return (
    <Box sx={{ py: 2 }}>
      <GoLink to={places.help}>{t('toContents')}</GoLink>
    </Box>
  )
}

function Article({ name, page }: { readonly name: string; readonly page: GuidePage }) {
  // The document cannot know how the keys are written on this computer.
  if (name === 'guide/keys') return <Keys />
  return <Document name={name} page={page} />
}

function Document({ name, page }: { readonly name: string; readonly page: GuidePage }) {
  const shown: Shown = {
    headingId: (token) => {
      const slug = page.headings.get(token)
      return slug === undefined ? undefined : idOf(slug)
    },
    link: (href, text) => {
      const target = pageBehind(name, href)
      if (!target) return text
      const place = target.heading ? `${target.page}#${target.heading}` : target.page
      return (
        <GoLink to={places.helpOn(place)} underline="always">
          {text}
        </GoLink>
      )
    },
    picture: (href, alt) => (
      <Box
        component="img"
        src={pictureOf(name, href)}
        alt={alt}
        sx={{
          display: 'block',
          width: '100%',
          // Of this shape is every picture, so that a heading below is where it stays.
          aspectRatio: '8 / 5',
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
        }}
      />
    ),
  }
  return (
    <Box sx={{ maxWidth: 800 }}>
      <Markdown tokens={page.tokens} shown={shown} />
    </Box>
  )
}

function Contents({ current }: { readonly current: string }) {
  const { t } = useTranslation('help')
  return (
    <Box
      component="nav"
      aria-label={t('contents')}
      sx={{
        display: { xs: 'none', md: 'block' },
        width: 272,
        flex: 'none',
        overflow: 'auto',
        px: 2,
        py: 2,
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <List disablePadding>
        {[contents, ...sections].map((page) => (
          <ContentsLink key={page} page={page} current={page === current} />
        ))}
      </List>
      <Typography variant="h3" component="h2" sx={{ mt: 2, mb: 0.5, px: 1 }}>
        {t('further')}
      </Typography>
      <List disablePadding>
        {further.map((page) => (
          <ContentsLink key={page} page={page} current={page === current} />
        ))}
      </List>
    </Box>
  )
}

function ContentsLink({ page, current }: { readonly page: string; readonly current: boolean }) {
  return (
    <Box component="li">
      <GoLink
        to={places.helpOn(page)}
        variant="body2"
        color={current ? 'primary' : 'textPrimary'}
        {...(current ? { 'aria-current': 'page' as const } : {})}
        sx={{
          display: 'block',
          px: 1,
          py: 0.5,
          borderRadius: 1,
          ...(current ? { bgcolor: 'action.selected', fontWeight: 600 } : {}),
        }}
      >
        {pages.get(page)?.title}
      </GoLink>
    </Box>
  )
}
