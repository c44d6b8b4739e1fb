import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { formatMoney } from './currency-format.ts'
import { Money } from './money.tsx'
import { Pagination } from './pagination.tsx'
import { SplitBar } from './split-bar.tsx'
import { Table } from './table.tsx'
import { When } from './when.tsx'

describe('money', () => {
  it('knows the minor units of its currency', () => {
    expect(formatMoney(8900, 'EUR', 'en')).toBe('€89.00')
    expect(formatMoney(8900, 'eur', 'en', 'short')).toBe('€89')
    expect(formatMoney(8950, 'EUR', 'en', 'short')).toBe('€89.50')
    expect(formatMoney(500, 'JPY', 'en')).toBe('¥500')
    expect(formatMoney(1500, 'KWD', 'en')).toContain('1.500')
  })

  it('writes a true minus sign', () => {
    expect(formatMoney(-19000, 'EUR', 'en')).toBe('−€190.00')
  })

  it('carries the exact figure for machines', () => {
    expect(renderToStaticMarkup(<Money cents={8900} currency="EUR" locale="de" />)).toContain('value="8900 EUR"')
  })
})

describe('a time', () => {
  const iso = '2026-11-20T17:15:00Z'

  it('stands in the reader’s zone', () => {
    expect(renderToStaticMarkup(<When iso={iso} zone="Europe/Berlin" locale="en-GB" show="time" />)).toBe(`<time dateTime="${iso}">18:15</time>`)
  })

  it('names the zone only where it differs from the place’s own', () => {
    const shown = (zone: string) => renderToStaticMarkup(<When iso={iso} zone={zone} homeZone="Europe/Lisbon" locale="en-GB" show="time" />)

    expect(shown('Europe/London')).toContain('>17:15<')
    expect(shown('Europe/Berlin')).toMatch(/>18:15 \S+</)
  })
})

describe('a bar of shares', () => {
  it('says every share in words', () => {
    const html = renderToStaticMarkup(
      <SplitBar label="€89.00" shares={[{ label: 'School', amount: 78, text: '€77.79' }, { label: 'Platform', amount: 9, text: '€8.90' }]} />,
    )

    expect(html).toContain('aria-label="€89.00: School €77.79, Platform €8.90"')
  })
})

describe('a table', () => {
  const columns = [
    { key: 'who', header: 'Who', names: true, cell: (row: { who: string; paid: string }) => row.who },
    { key: 'paid', header: 'Paid', align: 'end' as const, cell: (row: { who: string; paid: string }) => row.paid },
  ]

  it('has a caption, column headers and row headers', () => {
    const html = renderToStaticMarkup(<Table caption="Orders" columns={columns} rows={[{ who: 'Grace Lin', paid: '€89.00' }]} rowKey={(row) => row.who} />)

    expect(html).toContain('>Orders</caption>')
    expect(html.match(/scope="col"/g)).toHaveLength(2)
    expect(html).toMatch(/scope="row"[^>]*>Grace Lin/)
  })

  it('gives its place to what stands for emptiness', () => {
    expect(renderToStaticMarkup(<Table caption="Orders" columns={columns} rows={[]} rowKey={(row) => row.who} empty={<p>No orders yet</p>} />)).toBe('<p>No orders yet</p>')
  })
})

describe('pages of a list', () => {
  it('are not shown when there is one only', () => {
    expect(renderToStaticMarkup(<Pagination label="Orders" />)).toBe('')
  })
})
