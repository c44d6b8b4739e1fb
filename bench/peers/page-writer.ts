import type { Tenant } from '../../src/app/request-context.ts'
import type { ListedCourse } from '../../src/modules/catalog/reading/list-courses.ts'

/** A page as the application sent it: what the peer's own is put together after. */
export interface Sample {
  html: string
  headers: Record<string, string>
}

/** What the database gave for one page. */
export interface PageRows {
  tenant: Tenant
  courses: ListedCourse[]
  courseCount: number
  teachers: { id: string; name: string; title: string }[]
}

type Read = (rows: PageRows) => string

/**
 * Cuts a sample where it shows what is in the rows, and gives a function that puts a page together from other rows:
 * constant pieces and escaped values, joined by +. Prices are written as the application writes them.
 *
 * @throws Error when the sample does not show every course that it should, so that the peer would do too little
 */
export function makePageWriter(sample: Sample, rows: PageRows): (rows: PageRows, nonce: string) => { html: string; headers: Record<string, string> } {
  const sources = listSources(rows)
  const sampleNonce = /nonce-([^']+)'/.exec(sample.headers['content-security-policy'] ?? '')?.[1]
  const known = new Map<string, Read | 'nonce'>(sources.map(({ text, read }) => [text, read]))
  if (sampleNonce) known.set(sampleNonce, 'nonce')

  const pattern = new RegExp([...known.keys()].sort((a, b) => b.length - a.length).map(escapePattern).join('|'), 'g')
  const pieces: string[] = []
  const reads: (Read | 'nonce')[] = []
  let end = 0
  for (const found of sample.html.matchAll(pattern)) {
    pieces.push(sample.html.slice(end, found.index))
    reads.push(known.get(found[0]) ?? (() => found[0]))
    end = found.index + found[0].length
  }
  const rest = sample.html.slice(end)
  if (reads.length < 6) throw new Error('the sample shows nothing of the rows')

  return (now, nonce) => {
    let html = ''
    for (let index = 0; index < reads.length; index += 1) {
      const read = reads[index]
      html += pieces[index]
      html += read === 'nonce' ? nonce : read ? escapeHtml(read(now)) : ''
    }
    html += rest
    const headers = Object.fromEntries(Object.entries(sample.headers).map(([name, value]) => [name, sampleNonce ? value.replaceAll(sampleNonce, nonce) : value]))
    return { html, headers: { ...headers, 'content-length': String(Buffer.byteLength(html)) } }
  }
}

/** Every text of the rows that a page may show, and where it is read from. */
function listSources(rows: PageRows): { text: string; read: Read }[] {
  const sources: { text: string; read: Read }[] = []
  const add = (read: Read) => {
    const text = escapeHtml(read(rows))
    // Shorter ones stand everywhere in the markup by chance.
    if (text.length >= 3) sources.push({ text, read })
  }
  for (const field of ['name', 'slug', 'tagline', 'hero_title', 'hero_text'] as const) add((now) => now.tenant[field])
  rows.teachers.forEach((_, index) => add((now) => now.teachers[index]?.name ?? ''))
  rows.courses.forEach((_, index) => {
    for (const field of ['title', 'slug', 'summary', 'teacherName'] as const) add((now) => now.courses[index]?.[field] ?? '')
    add((now) => priceOf(now.courses[index], now.tenant.locale))
  })
  return sources
}

const formats = new Map<string, Intl.NumberFormat>()

function priceOf(course: ListedCourse | undefined, locale: string): string {
  if (!course?.offer) return ''
  const { currency, priceCents } = course.offer
  const isWhole = priceCents % 100 === 0
  const key = `${locale} ${currency} ${isWhole}`
  const known = formats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: isWhole ? 0 : 2 })
  formats.set(key, known)
  return known.format(priceCents / 100)
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
