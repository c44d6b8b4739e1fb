import { clampChroma, converter, formatCss, wcagContrast, type Oklch } from 'culori'

const toOklch = converter('oklch')

/** A colour as lightness 0–1, chroma and hue in degrees, always inside what a screen can show. */
export type Colour = { l: number; c: number; h: number }

/** Brings a colour inside sRGB by taking chroma away, which keeps its hue and lightness. */
export function inGamut({ l, c, h }: Colour): Colour {
  const shown = toOklch(clampChroma({ mode: 'oklch', l: limit(l), c, h }, 'oklch', 'rgb'))
  return { l: round(shown.l), c: round(shown.c), h: round(shown.h ?? h) }
}

/** Reads any CSS colour. Returns null when the text is none. */
export function readColour(css: string): Colour | null {
  const seen = parse(css)
  if (!seen) return null

  const { l = 0, c = 0, h = 0 } = seen
  return [l, c, h].every(Number.isFinite) ? inGamut({ l, c, h }) : null
}

/** culori answers undefined to most texts that are no colour, but throws on some, such as "/0A". */
function parse(css: string): Oklch | undefined {
  try {
    return toOklch(css)
  } catch {
    return undefined
  }
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  return wcagContrast(asOklch(one), asOklch(other))
}

/** The colour as CSS, in OKLCH. */
export function css(colour: Colour): string {
  return formatCss(asOklch(colour))
}

/**
 * Moves the lightness step by step until the colour reaches `ratio` on every background.
 * @param towards 'darker' or 'lighter': the side on which contrast grows
 * @returns the first colour that holds, or the last one before black or white
 */
export function nudge(colour: Colour, grounds: readonly Colour[], ratio: number, towards: 'darker' | 'lighter'): Colour {
  const step = towards === 'darker' ? -0.005 : 0.005
  let seen = inGamut(colour)

  for (let tries = 0; tries < 200; tries += 1) {
    if (grounds.every((ground) => contrast(seen, ground) >= ratio)) return seen
    const l = colour.l + step * (tries + 1)
    if (l < 0 || l > 1) return seen

    seen = inGamut({ ...colour, l })
  }

  return seen
}

function asOklch({ l, c, h }: Colour): Oklch {
  return { mode: 'oklch', l, c, h }
}

function limit(value: number): number {
  return Math.min(1, Math.max(0, value))
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
