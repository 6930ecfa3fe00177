import { styled } from '@mui/material/styles'

const paper = 'var(--mui-palette-background-paper)'
const divider = 'var(--mui-palette-divider)'
const accent = 'var(--mui-palette-primary-main)'
const mixed = (share: number) => `color-mix(in srgb, ${accent} ${share}%, ${paper})`

/** Holds the grid, and what is said under a short list: a grid may own nothing but rows. */
export const GridPlace = styled('div')({
  flex: 1,
  minHeight: 0,
  position: 'relative',
  // The rows of an earlier search, while the one that was typed could not be answered.
  '&[inert]': { opacity: 0.4 },
  '& .below': { position: 'absolute', left: 0, right: 0, padding: 32 },
})

/**
 * The look of the grid in one style sheet: hundreds of cells change at each keystroke of a search, and
 * a styled component for each of them would cost more than the cells.
 */
export const GridFrame = styled('div')({
  height: '100%',
  overflow: 'auto',
  position: 'relative',
  backgroundColor: paper,
  borderTop: `1px solid ${divider}`,
  fontSize: '0.8125rem',
  fontVariantNumeric: 'tabular-nums',
  scrollbarGutter: 'stable',
  overscrollBehavior: 'contain',

  '& .head': { position: 'sticky', top: 0, zIndex: 2, minWidth: '100%', width: 'max-content' },
  '& .body': {
    position: 'relative',
    boxSizing: 'border-box',
    minWidth: '100%',
    width: 'max-content',
  },
  '& .row': {
    '--row': paper,
    display: 'flex',
    minWidth: '100%',
    width: 'max-content',
    backgroundColor: 'var(--row)',
    borderBottom: `1px solid ${divider}`,
  },
  '& .body .row': { position: 'relative', cursor: 'default', outline: 'none' },
  // Over the cells, because the name that stays in its place would cover the row's own outline.
  '& .body .row:focus-visible::after': {
    content: '""',
    position: 'absolute',
    inset: 0,
    zIndex: 1,
    outline: `2px solid ${accent}`,
    outlineOffset: -2,
    pointerEvents: 'none',
  },
  '& .body .row:hover': { '--row': mixed(5) },
  '& .body .row[aria-selected=true]': { '--row': mixed(12) },
  '& .body .row[aria-selected=true]:hover': { '--row': mixed(16) },
  '& .cell': {
    flex: 'none',
    display: 'flex',
    alignItems: 'center',
    gap: 8,
    minWidth: 0,
    padding: '0 12px',
  },
  '& .cell:last-child': { flexGrow: 1 },
  '& .name': {
    position: 'sticky',
    left: 0,
    zIndex: 1,
    paddingLeft: 20,
    backgroundColor: 'var(--row)',
    borderRight: `1px solid ${divider}`,
  },
  '& .value': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& bdi, & .name a': { unicodeBidi: 'isolate' },
  '& .name a': {
    flex: '1 1 auto',
    color: 'inherit',
    fontWeight: 500,
    textDecoration: 'none',
    textAlign: 'left',
    borderRadius: 2,
  },
  '& .name a:hover': { color: accent, textDecoration: 'underline' },
  '& .muted': { color: 'var(--mui-palette-text-secondary)' },
  '& .verified': { flex: 'none', color: 'var(--mui-palette-success-main)' },
  '& .chip': {
    flex: 'none',
    padding: '0 6px',
    border: `1px solid ${divider}`,
    borderRadius: 8,
    fontSize: '0.6875rem',
    lineHeight: '16px',
    color: 'var(--mui-palette-text-secondary)',
  },
  '& input[type=checkbox]': {
    flex: 'none',
    width: 16,
    height: 16,
    margin: 0,
    accentColor: accent,
    cursor: 'pointer',
  },
  // The target is larger than the box: at least 24 pixels in the densest rows.
  '& .tick': {
    flex: 'none',
    display: 'grid',
    placeItems: 'center',
    width: 24,
    height: 24,
    marginLeft: -4,
  },

  // One in a row, and still: a list that is pulled through passes hundreds of them a second.
  '& .bar': { width: '60%', height: 10, borderRadius: 5, backgroundColor: divider },

  '& .head .row': { '--row': 'var(--mui-palette-background-default)' },
  '& .head .cell': { position: 'relative', height: 36, paddingRight: 4 },
  '& .head .name': { position: 'sticky', zIndex: 3 },
  '& .sort': {
    flex: 1,
    minWidth: 0,
    height: '100%',
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    padding: 0,
    border: 0,
    background: 'none',
    color: 'var(--mui-palette-text-secondary)',
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    cursor: 'pointer',
    outlineOffset: -2,
  },
  '& .sort:hover, & [aria-sort=ascending] .sort, & [aria-sort=descending] .sort': {
    color: 'var(--mui-palette-text-primary)',
  },
  '& .sort svg': { flex: 'none' },
  '& .resize': {
    position: 'absolute',
    top: 6,
    bottom: 6,
    right: 0,
    width: 8,
    cursor: 'col-resize',
    touchAction: 'none',
    borderRight: `1px solid ${divider}`,
  },
  '& .resize:hover, & .resize[data-active=true]': { borderRight: `2px solid ${accent}` },
  '@media (forced-colors: active)': {
    '& .body .row[aria-selected=true]': { outline: '1px solid Highlight' },
  },
})

export const headerHeight = 37

export const rowHeights = { compact: 32, standard: 44, comfortable: 52 } as const
