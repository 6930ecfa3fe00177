import { useTranslation } from 'react-i18next'
import { photoUrl } from '../api/photo-url.ts'
import { useFormats } from '../text/formats.ts'
import { PrintSheet } from '../ui/print-sheet.tsx'
import { initialsOf } from '../ui/user-avatar.tsx'
import { type Area, cardsIn, linesIn } from './chart-lines.ts'
import { type Chart, type ChartCard, card } from './chart-tree.ts'

export type PrintedSize = 'one page' | 'many pages'

/** Pixels of the chart on a page in landscape at full size: A4 and Letter both hold as much. */
const page = { width: 980, height: 640 } as const

/** The chart as it is opened, on paper. */
export function ChartSheet({
  chart,
  size,
  onDone,
}: {
  readonly chart: Chart
  readonly size: PrintedSize
  readonly onDone: () => void
}) {
  const { t } = useTranslation('chart')
  const formats = useFormats()
  const [top] = chart.cards
  const parts = size === 'one page' ? [wholeOf(chart)] : pagesOf(chart)
  return (
    <PrintSheet landscape onDone={onDone}>
      {parts.map((area, index) => (
        <figure
          key={`${area.left}/${area.top}`}
          style={{ margin: 0, breakInside: 'avoid', breakBefore: index === 0 ? 'auto' : 'page' }}
        >
          <figcaption style={{ font: '11px sans-serif', marginBottom: 4 }}>
            {t('printed', {
              name: top?.person.displayName ?? '',
              count: chart.cards.length,
              date: formats.day(new Date().toISOString()),
            })}
            {parts.length > 1 ? ` · ${index + 1}/${parts.length}` : ''}
          </figcaption>
          <Drawing chart={chart} area={area} />
        </figure>
      ))}
    </PrintSheet>
  )
}

const wholeOf = ({ width, height }: Chart): Area => ({
  left: 0,
  top: 0,
  right: Math.max(width, page.width),
  bottom: Math.max(height, page.height),
})

/** The chart cut into pages, the empty ones left out. */
export function pagesOf(chart: Chart): Area[] {
  const areas: Area[] = []
  for (let top = 0; top < chart.height; top += page.height)
    for (let left = 0; left < chart.width; left += page.width) {
      const area = { left, top, right: left + page.width, bottom: top + page.height }
      if (cardsIn(chart, area).length > 0) areas.push(area)
    }
  return areas
}

function Drawing({ chart, area }: { readonly chart: Chart; readonly area: Area }) {
  const { left, top, right, bottom } = area
  return (
    <svg
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      style={{ width: '100%', maxHeight: '170mm' }}
      aria-hidden
    >
      <path d={linesIn(chart, area)} fill="none" stroke="#888" />
      {cardsIn(chart, area).map((each) => (
        <PrintedCard key={each.person.id} card={each} />
      ))}
    </svg>
  )
}

function PrintedCard({ card: { person, x, y } }: { readonly card: ChartCard }) {
  const { id, displayName, jobTitle, photo } = person
  const middle = { x: x + 26, y: y + card.height / 2 }
  return (
    <>
      <rect x={x} y={y} width={card.width} height={card.height} rx={6} fill="#fff" stroke="#888" />
      <circle cx={middle.x} cy={middle.y} r={18} fill="#eee" />
      {photo ? (
        <image
          href={photoUrl(id, photo, 96)}
          x={x + 8}
          y={middle.y - 18}
          width={36}
          height={36}
          style={{ clipPath: 'circle(18px at center)' }}
        />
      ) : (
        <text x={middle.x} y={middle.y + 5} textAnchor="middle" fontSize={14}>
          {initialsOf(displayName)}
        </text>
      )}
      <svg x={x + 52} y={y} width={card.width - 60} height={card.height} aria-hidden>
        <text y={22} fontSize={13} fontWeight={600}>
          {displayName}
        </text>
        <text y={40} fontSize={12} fill="#444">
          {jobTitle ?? ''}
        </text>
      </svg>
    </>
  )
}
