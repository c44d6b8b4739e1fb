/** How a display face is set: what suits Fraunces would make a grotesque thin. */
interface DisplayFace {
  label: string
  family: string
  weight: number
  heroWeight: number
  heroSpacing: string
}

const serif = "'Fraunces Fallback', Georgia, serif"
const sans = "'Inter Fallback', system-ui, sans-serif"

/** The faces in which a school speaks; the program itself speaks Inter beside each. */
export const typePairs = {
  fraunces: { label: 'Fraunces', family: `'Fraunces Variable', ${serif}`, weight: 460, heroWeight: 460, heroSpacing: '-0.028em' },
  newsreader: { label: 'Newsreader', family: `'Newsreader Variable', ${serif}`, weight: 420, heroWeight: 420, heroSpacing: '-0.022em' },
  bricolage: { label: 'Bricolage Grotesque', family: `'Bricolage Grotesque Variable', ${sans}`, weight: 620, heroWeight: 680, heroSpacing: '-0.03em' },
  instrument: { label: 'Instrument Sans', family: `'Instrument Sans Variable', ${sans}`, weight: 580, heroWeight: 600, heroSpacing: '-0.034em' },
  space: { label: 'Space Grotesk', family: `'Space Grotesk Variable', ${sans}`, weight: 540, heroWeight: 520, heroSpacing: '-0.035em' },
} as const satisfies Record<string, DisplayFace>

export type TypePair = keyof typeof typePairs

/** The CSS of a pair, as declarations; that of Fraunces for a word that names none. */
export function typeDeclarations(pair: string): string {
  const { family, weight, heroWeight, heroSpacing } = typePairs[Object.hasOwn(typePairs, pair) ? (pair as TypePair) : 'fraunces']
  return `--display:${family};--display-weight:${weight};--display-hero-weight:${heroWeight};--display-hero-spacing:${heroSpacing}`
}
