import { styled } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PreviewRow } from '../../../shared/contract/bulk-requests.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import { useApi } from '../../api/api-context.tsx'
import { previewQuery } from '../../api/queries.ts'
import { usePropertyLabel } from '../../properties/property-label.ts'
import { FailureAlert } from '../../ui/failure-alert.tsx'
import type { FoundRows } from '../../ui/grid/found-rows.ts'
import { useFoundRows, type WantedRows } from '../../ui/grid/use-found-rows.ts'
import { PreviewCell } from './preview-cell.tsx'
import { StateMark } from './state-mark.tsx'
import { usePreviewText } from './use-preview-text.ts'

export type PreviewQuery = {
  readonly previewId: string
  readonly state: PreviewRow['state'] | undefined
}

const usualHeight = 48
const columnWidth = 220

/** Every value of the chosen users before and after, in windows: there may be ten thousand of them. */
export function PreviewTable({
  previewId,
  state,
  properties,
  onRetry,
}: PreviewQuery & {
  readonly properties: Output<'previewBulkUpdate'>['properties']
  /** The directory changed since: previews anew. */
  readonly onRetry: () => void
}) {
  const { t } = useTranslation('bulk')
  const labelOf = usePropertyLabel()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const found = usePreviewRows(previewId, state)
  const count = found.answer?.matching ?? 0
  const textOf = usePreviewText()
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => usualHeight,
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { show } = found
  useEffect(() => show(first, last, first), [show, first, last])
  useEffect(() => {
    void state
    if (scroller) scroller.scrollTop = 0
  }, [scroller, state])

  if (found.error) return <FailureAlert error={found.error} onRetry={onRetry} />
  return (
    <Frame ref={setScroller} tabIndex={0}>
      <table
        aria-label={t('previewTitle')}
        aria-rowcount={count + 1}
        style={{ minWidth: columnWidth * (properties.length + 1) }}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('user')}</th>
            {properties.map((property) => (
              <th key={property} scope="col">
                {labelOf(property)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space height={items[0]?.start ?? 0} columns={properties.length + 1} />
          {items.map(({ index }) => {
            const row = found.rowAt(index)
            return (
              <tr
                key={index}
                ref={virtualizer.measureElement}
                aria-rowindex={index + 2}
                data-index={index}
              >
                <th scope="row">{row ? <Subject row={row} /> : <div className="wait" />}</th>
                {properties.map((property) => (
                  <td key={property}>
                    {row ? <PreviewCell row={row} property={property} textOf={textOf} /> : null}
                  </td>
                ))}
              </tr>
            )
          })}
          <Space
            height={virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)}
            columns={properties.length + 1}
          />
        </tbody>
      </table>
      {count === 0 && found.answer ? (
        <Typography variant="body2" color="textSecondary" sx={{ p: 2 }}>
          {t('noRows')}
        </Typography>
      ) : null}
    </Frame>
  )
}

function usePreviewRows(
  previewId: string,
  state: PreviewQuery['state'],
): FoundRows<PreviewRow, Output<'listPreview'>, PreviewQuery> {
  const api = useApi()
  const query = useMemo(() => ({ previewId, state }), [previewId, state])
  const wanted = useMemo(() => ({ query, part: null }), [query])
  return useFoundRows(
    wanted,
    0,
    useCallback(
      (of: WantedRows<PreviewQuery, null>, window) =>
        previewQuery(api, {
          previewId: of.query.previewId,
          ...(of.query.state ? { state: of.query.state } : {}),
          ...window,
        }),
      [api],
    ),
  )
}

function Subject({ row }: { readonly row: PreviewRow }) {
  return (
    <div className="subject">
      <StateMark state={row.state} />
      <div className="who">
        <bdi title={row.displayName}>{row.displayName}</bdi>
        {row.problem ? (
          <Typography variant="caption" color="error" component="div" sx={{ whiteSpace: 'normal' }}>
            {row.problem}
          </Typography>
        ) : (
          <Typography variant="caption" color="textSecondary" component="div" noWrap dir="ltr">
            {row.userPrincipalName}
          </Typography>
        )}
      </div>
    </div>
  )
}

/** Stands for the rows that are not there. */
const Space = ({ height, columns }: { readonly height: number; readonly columns: number }) =>
  height > 0 ? (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  ) : null

const line = '1px solid var(--mui-palette-divider)'

const Frame = styled('div')({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  border: line,
  borderRadius: 6,
  fontSize: '0.8125rem',
  backgroundColor: 'var(--mui-palette-background-paper)',
  '& table': {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    tableLayout: 'fixed',
  },
  '& th, & td': {
    padding: '6px 12px',
    textAlign: 'start',
    verticalAlign: 'top',
    borderBottom: line,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    fontWeight: 600,
    color: 'var(--mui-palette-text-secondary)',
    backgroundColor: 'var(--mui-palette-background-default)',
  },
  '& tbody th': {
    position: 'sticky',
    insetInlineStart: 0,
    zIndex: 1,
    fontWeight: 500,
    borderInlineEnd: line,
    backgroundColor: 'var(--mui-palette-background-paper)',
  },
  '& .subject': { display: 'flex', gap: 8 },
  '& .who': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .wait': { height: 20 },
  '& .same': { color: 'var(--mui-palette-text-secondary)' },
  '& del, & ins': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
  '& del': { color: 'var(--mui-palette-text-secondary)' },
  '& ins': { textDecoration: 'none', fontWeight: 500 },
  '& ins.fault': { color: 'var(--mui-palette-error-main)' },
})
