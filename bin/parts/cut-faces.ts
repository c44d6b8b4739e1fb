import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import subsetFont from 'subset-font'

const folder = '.cache/faces'
const sheet = 'src/ui/fonts.css'
const packages = 'node_modules/@fontsource-variable'

/**
 * What the design asks of every face: pairs of letters that stand closer, accents in their place, figures of one width.
 * Not `calt`, which raises a colon between figures and draws arrows: it is a fifth of Inter.
 */
const features = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum']

interface Face {
  /** The package's file: of all axes of the face, those that the design moves. */
  axis: 'wght' | 'opsz'
  /** For which sizes letters are drawn, in CSS pixels: the least of a heading, and the `opsz` of `display-hero`. */
  opsz?: { min: number; max: number }
  features?: string[]
}

const faces: Record<string, Face> = {
  inter: { axis: 'wght', features: ['cv11', 'ss03'] },
  fraunces: { axis: 'opsz', opsz: { min: 16, max: 100 } },
  newsreader: { axis: 'opsz', opsz: { min: 18, max: 72 } },
  'bricolage-grotesque': { axis: 'opsz', opsz: { min: 16, max: 96 } },
  'instrument-sans': { axis: 'wght' },
  'space-grotesk': { axis: 'wght' },
}

/** A file that the sheet asks for: which letters and weights it holds is what the sheet says of it. */
interface Wanted {
  file: string
  face: string
  subset: 'latin' | 'latin-ext'
  wght: { min: number; max: number }
  letters: string
}

/**
 * Cuts the faces to what pages use of them, as `src/ui/fonts.css` says: whoever opens a page on a phone waits for each
 * kilobyte. A whole face is 50 to 130 kB of letters in weights that are nowhere set. What was cut already is left.
 *
 * @throws Error when the sheet asks for a face that has no line here
 */
export async function cutFaces(): Promise<void> {
  const css = readFileSync(sheet, 'utf8')
  const stamp = createHash('sha256').update(css).update(readFileSync(import.meta.filename)).update(readFileSync('package-lock.json')).digest('hex')
  if (readIfThere(join(folder, 'stamp')) === stamp) return

  mkdirSync(folder, { recursive: true })
  for (const wanted of wantedFaces(css)) put(wanted.file, await cut(wanted))
  put('stamp', stamp)
}

/** Reads which files a sheet asks for, such as `inter-basic.woff2`. */
export function wantedFaces(css: string): Wanted[] {
  return [...css.matchAll(/@font-face\s*{([^}]*)}/g)].flatMap(([, rule = '']) => {
    const [, face, part] = /url\('[^']*faces\/([a-z-]+)-(basic|western|central)\.woff2'\)/.exec(rule) ?? []
    if (!face || !part) return []

    const [, min, max = min] = /font-weight: (\d+)(?: (\d+))?;/.exec(rule) ?? []
    const [, ranges = ''] = /unicode-range: ([^;]+);/.exec(rule) ?? []
    return [{ file: `${face}-${part}.woff2`, face, subset: part === 'central' ? 'latin-ext' : 'latin', wght: { min: Number(min), max: Number(max) }, letters: lettersOf(ranges) }]
  })
}

function lettersOf(ranges: string): string {
  return [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)]
    .flatMap(([, first = '', last = first]) => Array.from({ length: parseInt(last, 16) - parseInt(first, 16) + 1 }, (_, step) => String.fromCodePoint(parseInt(first, 16) + step)))
    .join('')
}

async function cut({ face, subset, wght, letters }: Wanted): Promise<Buffer> {
  const known = faces[face]
  if (!known) throw new Error(`${sheet} asks for ${face}, of which nothing is said here`)

  const whole = readFileSync(join(packages, face, 'files', `${face}-${subset}-${known.axis}-normal.woff2`))
  const axes: Record<string, number | { min: number; max: number }> = { wght: wght.min === wght.max ? wght.min : wght }
  if (known.opsz) axes.opsz = known.opsz
  return subsetFont(whole, letters, { targetFormat: 'woff2', variationAxes: axes, keepFeatures: [...features, ...(known.features ?? [])], noHinting: true })
}

/** Whole or not at all: two builds may cut at once. */
function put(name: string, content: Buffer | string): void {
  const unready = join(folder, `${name}.${process.pid}`)
  writeFileSync(unready, content)
  renameSync(unready, join(folder, name))
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
