import { formatHex } from 'culori'
import { renderToStaticMarkup } from 'react-dom/server'
import { Cover } from '#modules/catalog/ui/cover.tsx'
import type { SocialPicture } from '#modules/storefront/index.ts'
import { HeroPicture } from '#modules/storefront/ui/hero-picture.tsx'
import { WordingOf } from '#modules/tenancy/ui/wording.tsx'
import { brandTokens, neutrals } from '#ui/brand/brand-tokens.ts'
import type { Colour } from '#ui/brand/contrast.ts'
import { inkDrawing } from '#ui/brand/drawn-tones.ts'

/** The colours of a school's social pictures: those of its pages by day, as `#rrggbb`. */
export function socialColours(brand: string): SocialPicture['colours'] {
  const tokens = brandTokens(brand, 'light')
  const { paper, ink, 'ink-2': quiet } = neutrals.light
  return { paper: hex(paper), ink: hex(ink), quiet: hex(quiet), brand: hex(tokens.brand), onBrand: hex(tokens['on-brand']), tint: hex(tokens['brand-tint']) }
}

/** The drawing beside a school's headline. */
export function schoolArt(preset: string, brand: string): string {
  return inkDrawing(renderToStaticMarkup(<HeroPicture preset={preset} />), { brand: socialColours(brand).brand })
}

/** The drawn cover of a course. */
export function courseArt(course: { id: string; subject: string | null }, { preset, brand }: { preset: string; brand: string }): string {
  return inkDrawing(renderToStaticMarkup(<WordingOf preset={preset}><Cover courseId={course.id} subject={course.subject} brand={brand} /></WordingOf>), { brand: socialColours(brand).brand })
}

function hex({ l, c, h }: Colour): string {
  return formatHex({ mode: 'oklch', l, c, h })
}
