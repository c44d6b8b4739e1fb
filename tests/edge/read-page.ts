/** An element of a page that the server wrote. */
export interface PageElement {
  tag: string
  attributes: Record<string, string>
  children: (PageElement | string)[]
  parent: PageElement | null
}

const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const piece = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi

/**
 * Reads a page as it was written by React: every element closed, every value in double quotes. What scripts and styles
 * hold is left out, so that words in the data for the scripts are not taken for words on the page.
 *
 * @throws for a page that is not of that form
 */
export function readPage(html: string): PageElement {
  const root: PageElement = { tag: '', attributes: {}, children: [], parent: null }
  let at = root
  for (const [whole, slash, name = '', attributes = '', text] of html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '').matchAll(piece)) {
    if (text !== undefined) at.children.push(unescapeHtml(text))
    if (!name) continue
    const tag = name.toLowerCase()
    if (slash) {
      if (at.tag !== tag || !at.parent) throw new Error(`${whole} closes a ${at.tag || 'page'}`)
      at = at.parent
      continue
    }
    const made: PageElement = { tag, attributes: readAttributes(attributes), children: [], parent: at }
    at.children.push(made)
    if (!voidTags.has(tag)) at = made
  }
  if (at !== root) throw new Error(`the page ends inside a ${at.tag}`)
  return root
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), unescapeHtml(value)]))
}

function unescapeHtml(text: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, digits?: string, name?: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : digits ? String.fromCodePoint(Number(digits)) : (named[name ?? ''] ?? whole))
}

/** All elements inside that fit, in the order of the page. */
export function findAll(element: PageElement, fits: (one: PageElement) => boolean): PageElement[] {
  return element.children.flatMap((child) => (typeof child === 'string' ? [] : [...(fits(child) ? [child] : []), ...findAll(child, fits)]))
}

/** The words inside, as one line. */
export function textOf(element: PageElement): string {
  return rawText(element).replace(/\s+/g, ' ').trim()
}

/** The words inside as they were written. */
export function rawText(element: PageElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : rawText(child))).join('')
}
