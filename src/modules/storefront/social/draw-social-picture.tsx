import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'satori'

/** What the picture says and wears. Colours are such that every program knows them: `#rrggbb`. */
export interface SocialPicture {
  /** The largest words: what the page is called. */
  title: string
  /** Whose page it is. */
  schoolName: string
  /** One quiet line at the foot. */
  line: string
  colours: { paper: string; ink: string; quiet: string; brand: string; onBrand: string; tint: string }
  /** A drawing as SVG, for the right half. */
  art: string
}

/** The size that messengers and networks ask for. */
const socialSize = { width: 1200, height: 630 }

const kept = new Map<string, Promise<Buffer>>()
const keptMost = 100

/**
 * Draws what messengers and networks show of a page, as PNG. The same picture is drawn once at a time and kept: crowds
 * ask for a page that was just shared.
 *
 * @returns the bytes, and a name for them that changes when they do
 */
export async function drawSocialPicture(picture: SocialPicture): Promise<{ png: Buffer; etag: string }> {
  const etag = socialPictureName(picture)
  const drawn = kept.get(etag) ?? draw(picture)
  // What is asked for again moves to the end; the one at the beginning was asked for longest ago.
  kept.delete(etag)
  kept.set(etag, drawn)
  const [oldest] = kept.keys()
  if (kept.size > keptMost && oldest) kept.delete(oldest)
  try {
    return { png: await drawn, etag }
  } catch (fault) {
    kept.delete(etag)
    throw fault
  }
}

/** A name for a picture, from all that it is made of. */
export function socialPictureName(picture: SocialPicture): string {
  return createHash('sha256').update(JSON.stringify(picture)).digest('base64url').slice(0, 16)
}

async function draw(picture: SocialPicture): Promise<Buffer> {
  // Loaded with the first picture: most processes draw none for hours.
  const [{ default: satori }, { Resvg }] = await Promise.all([import('satori'), import('@resvg/resvg-js')])
  const svg = await satori(<Sheet {...picture} />, { ...socialSize, fonts: await readFonts() })
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
}

/** The same faces as on the pages, in the form that can be drawn without a browser. */
let fonts: Promise<Font[]> | undefined

function readFonts(): Promise<Font[]> {
  const { resolve } = createRequire(import.meta.url)
  const read = async (family: string, file: string, weight: 400 | 500 | 600): Promise<Font> => ({ name: family, weight, style: 'normal', data: await readFile(resolve(file)) })
  fonts ??= Promise.all([
    read('Fraunces', '@fontsource/fraunces/files/fraunces-latin-500-normal.woff', 500),
    read('Fraunces Ext', '@fontsource/fraunces/files/fraunces-latin-ext-500-normal.woff', 500),
    read('Inter', '@fontsource/inter/files/inter-latin-400-normal.woff', 400),
    read('Inter Ext', '@fontsource/inter/files/inter-latin-ext-400-normal.woff', 400),
  ])
  return fonts
}

function Sheet({ title, schoolName, line, colours, art }: SocialPicture) {
  const fontSize = title.length > 60 ? 52 : title.length > 34 ? 64 : 80
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', backgroundColor: colours.paper, color: colours.ink, fontFamily: 'Inter, Inter Ext' }}>
      <div style={{ display: 'flex', flexDirection: 'column', width: 720, padding: '64px 56px 56px 72px' }}>
        <div style={{ display: 'flex', alignItems: 'center', fontFamily: 'Fraunces, Fraunces Ext', fontSize: 34 }}>
          <div style={{ display: 'flex', width: 44, height: 44, marginRight: 18, borderRadius: 22, backgroundColor: colours.brand, color: colours.onBrand, alignItems: 'center', justifyContent: 'center', fontSize: 24 }}>
            {[...schoolName.trim()][0]?.toLocaleUpperCase() ?? ''}
          </div>
          <div style={{ display: 'block', lineClamp: 1 }}>{schoolName}</div>
        </div>
        <div style={{ display: 'block', lineClamp: 4, textWrap: 'balance', marginTop: 'auto', fontFamily: 'Fraunces, Fraunces Ext', fontSize, lineHeight: 1.06, letterSpacing: '-0.02em' }}>{title}</div>
        <div style={{ display: 'block', lineClamp: 2, marginTop: 28, marginBottom: 'auto', fontSize: 27, lineHeight: 1.4, color: colours.quiet }}>{line}</div>
      </div>
      <div style={{ display: 'flex', width: 480, height: '100%', backgroundColor: colours.tint }}>
        <img src={`data:image/svg+xml;base64,${Buffer.from(art).toString('base64')}`} alt="" width={480} height={630} style={{ objectFit: 'cover' }} />
      </div>
    </div>
  )
}
