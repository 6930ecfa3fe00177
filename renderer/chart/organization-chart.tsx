import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedPerson } from '../../shared/contract/chart-requests.ts'
import type { Output } from '../../shared/contract/contract.ts'
import { goTo } from '../navigation/location.ts'
import { places } from '../navigation/places.ts'
import { Page } from '../ui/page.tsx'
import { ChartCommands } from './chart-commands.tsx'
import { ChartSheet, type PrintedSize } from './chart-sheet.tsx'
import { layOut, openTo } from './chart-tree.ts'
import { ChartView } from './chart-view.tsx'
import { WayUp } from './way-up.tsx'

/** A small tree is shown whole, a large one by its first levels. */
const levelsOf = (people: number) => (people <= 60 ? Number.POSITIVE_INFINITY : 2)

const zoomLimits = { least: 0.1, most: 2 } as const

/** The chart below one person. */
export function OrganizationChart({
  found,
  top,
}: {
  readonly found: Output<'getOrganizationChart'>
  readonly top: PlacedPerson
}) {
  const { t } = useTranslation('chart')
  const { people, total, above, tops } = found
  const [open, setOpen] = useState(() => openTo(people, levelsOf(people.length)))
  const [chosen, setChosen] = useState(top.id)
  const [zoom, setZoom] = useState(1)
  const [printing, setPrinting] = useState<PrintedSize | null>(null)
  const view = useRef<HTMLDivElement>(null)
  const chart = useMemo(() => layOut(people, open), [people, open])
  // Whoever was chosen may have been hidden, or be gone, since.
  const active = chart.byId.get(chosen) ?? chart.cards[0]
  const setOpenOf = useCallback((id: string, opened: boolean) => {
    setOpen((before) => {
      const next = new Set(before)
      if (opened) next.add(id)
      else next.delete(id)
      return next
    })
  }, [])
  const zoomTo = (wanted: number) =>
    setZoom(Math.min(zoomLimits.most, Math.max(zoomLimits.least, wanted)))
  const fit = () => {
    const { clientWidth = 0, clientHeight = 0 } = view.current ?? {}
    zoomTo(Math.min(1, (clientWidth - 48) / chart.width, (clientHeight - 48) / chart.height))
  }
  if (!active) return null
  return (
    <Page
      title={t('heading')}
      fill
      about={
        <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline', flexWrap: 'wrap' }}>
          <WayUp top={top} above={above} tops={tops} />
          <Typography variant="caption" color="textSecondary" role="status">
            {t('inAll', { count: total })}
          </Typography>
        </Box>
      }
      actions={
        <ChartCommands
          person={active.person}
          isTop={active.person.id === top.id}
          zoom={zoom}
          onZoom={zoomTo}
          onFit={fit}
          onOpenAll={() => setOpen(openTo(people, Number.POSITIVE_INFINITY))}
          onCloseAll={() => setOpen(openTo(people, 1))}
          onPrint={setPrinting}
        />
      }
    >
      {total > people.length ? (
        <Alert severity="info" sx={{ mx: 3, mb: 1 }}>
          {t('cut', { shown: people.length, total })}
        </Alert>
      ) : null}
      <ChartView
        chart={chart}
        label={t('below', { name: top.displayName })}
        zoom={zoom}
        activeId={active.person.id}
        view={view}
        onChoose={setChosen}
        onSetOpen={setOpenOf}
        onVisit={(id) => goTo(places.profile(id))}
        onZoom={(factor) => zoomTo(zoom * factor)}
      />
      <Typography
        variant="caption"
        color="textSecondary"
        sx={{ px: 3, py: 0.5, borderTop: 1, borderColor: 'divider' }}
      >
        {t('keys')}
      </Typography>
      {printing ? (
        <ChartSheet chart={chart} size={printing} onDone={() => setPrinting(null)} />
      ) : null}
    </Page>
  )
}
