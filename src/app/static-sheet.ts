import postcss, { type AtRule, type ChildNode, type Container } from 'postcss'

/** A piece of the sheet, and who wants it: pages with one of the classes, or in which a face speaks; null for all. */
interface Piece {
  classes?: string[]
  face?: string
  /** Its text, or what its pieces are wrapped in. */
  text: string
  pieces?: Piece[]
}

/** Stands in a page where its styles come, until it is known what the page wears. */
export const stylesToCome = '/* styles */'

/** The face of the program itself, which every page has. */
const ownFace = 'Inter Variable'
const displayFaceElse = 'Fraunces Variable'

/**
 * Takes the sheet of static pages apart, once, so that each page gets of it what it wears.
 *
 * @param css with Tailwind's classes in its layer `utilities`
 * @returns what puts the styles into a page that was rendered with `stylesToCome`, and tells the browser of the faces
 *   before it reads on
 */
export function staticSheet(css: string): (html: string) => string {
  const pieces = piecesOf(postcss.parse(css), false)
  return (html) => {
    // What people write stands in a page with its `<` escaped, so this can be nothing of theirs.
    const at = html.indexOf(`${stylesToCome}</style>`)
    if (at < 0) return html

    const worn = write(pieces, { classes: classesOf(html), face: /--display:'([^']+)'/.exec(html)?.[1] ?? displayFaceElse })
    const start = html.lastIndexOf('<style', at)
    return html.slice(0, start) + preloads(worn) + html.slice(start, at) + worn + html.slice(at + stylesToCome.length)
  }
}

/** What a page has that styles are made for. */
interface Page { classes: ReadonlySet<string>; face: string }

function write(pieces: readonly Piece[], page: Page): string {
  return pieces.map((piece) => {
    if (piece.face && piece.face !== page.face) return ''
    if (piece.classes && !piece.classes.some((name) => page.classes.has(name))) return ''
    if (!piece.pieces) return piece.text

    const inside = write(piece.pieces, page)
    return inside && `${piece.text}{${inside}}`
  }).join('')
}

function piecesOf(parent: Container, isInUtilities: boolean): Piece[] {
  return (parent.nodes as ChildNode[]).filter(({ type }) => type !== 'comment').map((node) => {
    const text = `${node.toString()}${'nodes' in node && node.nodes ? '' : ';'}`
    if (node.type === 'atrule' && node.name === 'font-face') return { text, face: displayFaceOf(node) }
    if (node.type === 'atrule' && node.nodes && (isInUtilities || isUtilities(node))) return { text: `@${node.name} ${node.params}`, pieces: piecesOf(node, true) }
    if (node.type === 'rule' && isInUtilities) return { text, classes: classesIn(node.selector) }
    return { text }
  })
}

function isUtilities({ name, params }: AtRule): boolean {
  return name === 'layer' && params === 'utilities'
}

/** Of which school's voice a face is; undefined for what every page may need. */
function displayFaceOf(rule: AtRule): string | undefined {
  const family = /font-family:\s*['"]?([^;'"}]+)/.exec(rule.toString())?.[1]?.trim() ?? ''
  return family === ownFace || family.endsWith('Fallback') ? undefined : family
}

/** The classes of which a selector speaks, without CSS's escapes; undefined where it speaks of none. */
function classesIn(selector: string): string[] | undefined {
  const found = [...selector.matchAll(/\.((?:\\[0-9a-f]{1,6} ?|\\.|[\w-])+)/gi)].map(([, name = '']) => name.replaceAll(/\\([0-9a-f]{1,6}) ?|\\(.)/gi, (_, code: string | undefined, letter: string | undefined) => (code ? String.fromCodePoint(parseInt(code, 16)) : letter ?? '')))
  return found.length > 0 ? found : undefined
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" }

function classesOf(html: string): Set<string> {
  return new Set([...classListsOf(html)].join(' ').replaceAll(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => entities[entity] ?? entity).split(' '))
}

/** Each list once: sixty cards wear the same, and taking them apart sixty times costs a page a twentieth of its time. */
function classListsOf(html: string): Set<string> {
  const mark = ' class="'
  const lists = new Set<string>()
  for (let at = html.indexOf(mark); at >= 0; ) {
    const end = html.indexOf('"', at + mark.length)
    lists.add(html.slice(at + mark.length, end))
    at = html.indexOf(mark, end)
  }
  return lists
}

/**
 * The letters that nearly every page needs are on their way while the browser still reads. The school's face goes
 * first: it is the larger one, and what is asked for first gets the line that is open already.
 */
function preloads(css: string): string {
  return [...css.matchAll(/url\(["']?([^)"']*-basic[^)"']*)["']?\)/g)].reverse().map(([, href = '']) => `<link rel="preload" as="font" type="font/woff2" crossorigin="anonymous" href="${href}"/>`).join('')
}
