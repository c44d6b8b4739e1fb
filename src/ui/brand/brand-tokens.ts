import { contrast, css, inGamut, nudge, readColour, type Colour } from './contrast.ts'

/** What a school's one colour becomes. The names are those of the CSS variables without their dashes. */
export type BrandTokens = {
  /** Fills: the main button, the bar of progress, what is chosen. At least 3:1 on every ground. */
  brand: Colour
  'brand-hover': Colour
  /** The brand as text: AA on paper, raised, sunken and on its own tint. */
  'brand-strong': Colour
  /** A middle tone for second shares and drawn lines; never carries text. */
  'brand-soft': Colour
  /** A ground so light (or dark) that ink and brand-strong are AA on it. */
  'brand-tint': Colour
  /** Text on brand and brand-hover. */
  'on-brand': Colour
}

export type Theme = 'light' | 'dark'

/** Oxblood: what a page wears that belongs to no school, and a school whose colour cannot be read. */
export const defaultBrand = 'oklch(0.48 0.13 28)'

/** WCAG AA for text. Aimed a little higher so that rounding to 8 bits on a screen never takes it below. */
const text = 4.56
const shape = 3.05

/** What everything stands on, and what is written on it. */
export type Neutrals = Record<'paper' | 'raised' | 'sunken' | 'ink' | 'ink-2' | 'ink-3', Colour>

/** The neutral grounds and inks of tokens.css; a test holds the two equal. */
export const neutrals: Record<Theme, Neutrals> = {
  light: {
    paper: { l: 0.988, c: 0.004, h: 85 },
    raised: { l: 1, c: 0, h: 0 },
    sunken: { l: 0.968, c: 0.005, h: 85 },
    ink: { l: 0.23, c: 0.012, h: 60 },
    'ink-2': { l: 0.43, c: 0.012, h: 60 },
    'ink-3': { l: 0.525, c: 0.012, h: 60 },
  },
  dark: {
    paper: { l: 0.185, c: 0.008, h: 60 },
    raised: { l: 0.225, c: 0.008, h: 60 },
    sunken: { l: 0.16, c: 0.008, h: 60 },
    ink: { l: 0.955, c: 0.006, h: 85 },
    'ink-2': { l: 0.79, c: 0.008, h: 80 },
    'ink-3': { l: 0.67, c: 0.008, h: 80 },
  },
}

/**
 * Computes every brand token of one theme.
 * @param brand any CSS colour; what cannot be read counts as {@link defaultBrand}
 * @param grounds what the page stands on
 */
export function brandTokens(brand: string, theme: Theme, grounds: Neutrals = neutrals[theme]): BrandTokens {
  const given = readColour(brand) ?? readColour(defaultBrand) ?? { l: 0.48, c: 0.13, h: 28 }

  const { paper, raised, sunken } = grounds
  return theme === 'light' ? lightTokens(given, [paper, raised, sunken]) : darkTokens(given, [paper, raised, sunken])
}

function lightTokens(given: Colour, grounds: readonly Colour[]): BrandTokens {
  const pale = inGamut({ l: 0.995, c: 0.005, h: given.h })
  const deep = inGamut({ l: 0.2, c: Math.min(given.c, 0.03), h: given.h })
  const visible = nudge(given, grounds, shape, 'darker')
  // Yellow, lime and other bright colours stay themselves under dark text; white text would make them olive.
  const { fill, hover, on } = fillPair(visible, given.l > 0.72 ? deep : pale)
  const tint = inGamut({ l: 0.955, c: Math.min(given.c * 0.16, 0.03), h: given.h })
  const strong = nudge({ ...given, l: Math.min(given.l - 0.07, 0.45) }, [...grounds, tint], text, 'darker')

  return {
    brand: fill,
    'brand-hover': hover,
    'brand-strong': strong,
    'brand-soft': inGamut({ l: 0.77, c: Math.min(given.c * 0.5, 0.08), h: given.h }),
    'brand-tint': tint,
    'on-brand': on,
  }
}

function darkTokens(given: Colour, grounds: readonly Colour[]): BrandTokens {
  const deep = inGamut({ l: 0.17, c: Math.min(given.c, 0.02), h: given.h })
  const visible = nudge({ ...given, l: Math.max(given.l, 0.72) }, grounds, shape, 'lighter')
  const { fill, hover, on } = fillPair(visible, deep)
  const tint = inGamut({ l: 0.27, c: Math.min(given.c * 0.35, 0.06), h: given.h })
  const strong = nudge({ ...given, l: Math.max(given.l, 0.79) }, [...grounds, tint], text, 'lighter')

  return {
    brand: fill,
    'brand-hover': hover,
    'brand-strong': strong,
    'brand-soft': inGamut({ l: 0.5, c: Math.min(given.c * 0.6, 0.08), h: given.h }),
    'brand-tint': tint,
    'on-brand': on,
  }
}

/** Gives a fill its text and its hover; the fill moves away from the text until both can be read on. */
function fillPair(fill: Colour, on: Colour) {
  const away = on.l > fill.l ? 'darker' : 'lighter'
  const held = nudge(fill, [on], text, away)
  const hover = inGamut({ ...held, l: held.l + (away === 'darker' ? -0.055 : 0.055) })

  return { fill: held, hover, on }
}

/** The tokens of one theme as CSS declarations, one a line. */
export function declarations(tokens: BrandTokens): string {
  return Object.entries(tokens)
    .map(([name, colour]) => `--${name}:${css(colour)}`)
    .join(';')
}
