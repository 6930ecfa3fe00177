import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Output } from '../../../shared/contract/contract.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'

type Problems = Output<'previewImport'>['problems']

/** What is wrong with which line. A file of a hundred thousand lines can be wrong in all of them. */
export function ProblemTable({ problems }: { readonly problems: Problems }) {
  const { t } = useTranslation('importer')
  const labelOf = usePropertyLabel()
  const heading = useId()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const virtualizer = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller,
    estimateSize: () => 32,
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  return (
    <div>
      <Typography variant="body2" id={heading} gutterBottom>
        {t('problems', { count: problems.length })}
      </Typography>
      <Frame ref={setScroller} tabIndex={0}>
        <table aria-labelledby={heading} aria-rowcount={problems.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">{t('line')}</th>
              <th scope="col">{t('property')}</th>
              <th scope="col">{t('problem')}</th>
            </tr>
          </thead>
          <tbody>
            <Space height={items[0]?.start ?? 0} />
            {items.map(({ index }) => {
              const problem = problems[index]
              return problem ? (
                <tr
                  key={index}
                  ref={virtualizer.measureElement}
                  aria-rowindex={index + 2}
                  data-index={index}
                >
                  <td>{t('figure', { n: problem.line })}</td>
                  <td>{problem.property ? labelOf(problem.property) : ''}</td>
                  <td dir="auto">{problem.message}</td>
                </tr>
              ) : null
            })}
            <Space height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
      </Frame>
    </div>
  )
}

/** Stands for the rows that are not there. */
const Space = ({ height }: { readonly height: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={3} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null

const Frame = styled('div')({
  maxHeight: 260,
  overflow: 'auto',
  border: '1px solid var(--mui-palette-divider)',
  borderRadius: 6,
  fontSize: '0.8125rem',
  '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0 },
  '& th, & td': {
    padding: '6px 12px',
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: '1px solid var(--mui-palette-divider)',
  },
  '& th': {
    position: 'sticky',
    top: 0,
    fontWeight: 600,
    color: 'var(--mui-palette-text-secondary)',
    backgroundColor: 'var(--mui-palette-background-default)',
  },
  '& :is(th, td):nth-of-type(1)': {
    width: 72,
    textAlign: 'end',
    fontVariantNumeric: 'tabular-nums',
  },
  '& :is(th, td):nth-of-type(2)': { width: 200 },
})
