import { css, type Colour } from './contrast.ts'
import { neutrals, type Neutrals, type Theme } from './brand-tokens.ts'

/** The neutral tones of a face beyond grounds and inks: hairlines, borders, and the borders of fields. */
type Lines = Record<'line' | 'edge' | 'field', Colour>

/** How corners, air and lines are cut; CSS lengths. */
interface Shape {
  'corner-sm': string
  'corner-md': string
  'corner-lg': string
  'corner-button': string
  /** Of pictures and drawn covers. */
  'corner-picture': string
  /** Of round pictures of people. */
  'corner-avatar': string
  /** The air above and below each part of the first page. */
  rhythm: string
  /** How thick the line between two parts is, and of what colour. */
  rule: string
  'rule-colour': string
  /** The size of headings of parts. */
  heading: string
  /** How wide a page may be. */
  measure: string
}

interface Face {
  /** Null where they are those of tokens.css. */
  tones: Record<Theme, Neutrals & Lines> | null
  shape: Shape
}

const tone = (l: number, c: number, h: number): Colour => ({ l, c, h })

/** What a whole site stands on, besides its one colour and its typeface: grounds and inks, corners, air. */
export const faces = {
  warm: {
    tones: null,
    shape: { 'corner-sm': '6px', 'corner-md': '10px', 'corner-lg': '16px', 'corner-button': '10px', 'corner-picture': '14px', 'corner-avatar': '999px', rhythm: 'clamp(48px,5vw,60px)', rule: '1px', 'rule-colour': 'var(--line)', heading: 'clamp(1.75rem,1.4rem + 1vw,2rem)', measure: '1180px' },
  },
  sand: {
    tones: {
      light: {
        paper: tone(0.972, 0.012, 88), raised: tone(0.992, 0.006, 90), sunken: tone(0.944, 0.017, 86),
        ink: tone(0.27, 0.02, 130), 'ink-2': tone(0.42, 0.022, 125), 'ink-3': tone(0.495, 0.022, 118),
        line: tone(0.88, 0.018, 88), edge: tone(0.82, 0.02, 90), field: tone(0.6, 0.02, 100),
      },
      dark: {
        paper: tone(0.2, 0.012, 140), raised: tone(0.24, 0.013, 140), sunken: tone(0.175, 0.012, 140),
        ink: tone(0.95, 0.012, 95), 'ink-2': tone(0.8, 0.014, 100), 'ink-3': tone(0.69, 0.014, 110),
        line: tone(0.31, 0.013, 135), edge: tone(0.38, 0.014, 135), field: tone(0.56, 0.014, 130),
      },
    },
    shape: { 'corner-sm': '10px', 'corner-md': '18px', 'corner-lg': '28px', 'corner-button': '999px', 'corner-picture': '28px', 'corner-avatar': '999px', rhythm: 'clamp(64px,9vw,128px)', rule: '0px', 'rule-colour': 'transparent', heading: 'clamp(2.125rem,1.5rem + 2.2vw,3.25rem)', measure: '1080px' },
  },
  bright: {
    tones: {
      light: {
        paper: tone(1, 0, 0), raised: tone(1, 0, 0), sunken: tone(0.968, 0.01, 255),
        ink: tone(0.23, 0.045, 265), 'ink-2': tone(0.42, 0.035, 262), 'ink-3': tone(0.52, 0.03, 260),
        line: tone(0.9, 0.014, 258), edge: tone(0.83, 0.018, 258), field: tone(0.62, 0.025, 258),
      },
      dark: {
        paper: tone(0.2, 0.028, 265), raised: tone(0.24, 0.03, 265), sunken: tone(0.172, 0.026, 265),
        ink: tone(0.965, 0.008, 255), 'ink-2': tone(0.81, 0.02, 258), 'ink-3': tone(0.69, 0.024, 260),
        line: tone(0.32, 0.03, 264), edge: tone(0.39, 0.032, 264), field: tone(0.57, 0.03, 262),
      },
    },
    shape: { 'corner-sm': '2px', 'corner-md': '4px', 'corner-lg': '6px', 'corner-button': '4px', 'corner-picture': '4px', 'corner-avatar': '4px', rhythm: 'clamp(44px,4.6vw,64px)', rule: '2px', 'rule-colour': 'var(--ink)', heading: 'clamp(1.625rem,1.3rem + 1vw,2.125rem)', measure: '1240px' },
  },
  plain: {
    tones: {
      light: {
        paper: tone(0.982, 0.003, 190), raised: tone(1, 0, 0), sunken: tone(0.955, 0.006, 185),
        ink: tone(0.21, 0.014, 200), 'ink-2': tone(0.41, 0.014, 200), 'ink-3': tone(0.51, 0.014, 200),
        line: tone(0.9, 0.006, 190), edge: tone(0.83, 0.008, 190), field: tone(0.61, 0.01, 195),
      },
      dark: {
        paper: tone(0.19, 0.01, 205), raised: tone(0.23, 0.011, 205), sunken: tone(0.165, 0.01, 205),
        ink: tone(0.965, 0.004, 190), 'ink-2': tone(0.8, 0.008, 195), 'ink-3': tone(0.685, 0.01, 198),
        line: tone(0.31, 0.011, 205), edge: tone(0.38, 0.012, 205), field: tone(0.56, 0.012, 200),
      },
    },
    shape: { 'corner-sm': '6px', 'corner-md': '8px', 'corner-lg': '12px', 'corner-button': '8px', 'corner-picture': '8px', 'corner-avatar': '999px', rhythm: 'clamp(52px,6vw,88px)', rule: '1px', 'rule-colour': 'var(--line)', heading: 'clamp(1.75rem,1.35rem + 1.3vw,2.375rem)', measure: '1220px' },
  },
  night: {
    tones: {
      light: {
        paper: tone(0.955, 0.006, 300), raised: tone(0.985, 0.004, 300), sunken: tone(0.925, 0.009, 300),
        ink: tone(0.19, 0.02, 295), 'ink-2': tone(0.39, 0.022, 295), 'ink-3': tone(0.475, 0.022, 295),
        line: tone(0.86, 0.01, 300), edge: tone(0.79, 0.012, 300), field: tone(0.58, 0.015, 298),
      },
      dark: {
        paper: tone(0.145, 0.012, 292), raised: tone(0.195, 0.016, 292), sunken: tone(0.115, 0.01, 292),
        ink: tone(0.975, 0.004, 300), 'ink-2': tone(0.78, 0.012, 298), 'ink-3': tone(0.66, 0.016, 296),
        line: tone(0.28, 0.018, 292), edge: tone(0.35, 0.02, 292), field: tone(0.54, 0.02, 294),
      },
    },
    shape: { 'corner-sm': '0px', 'corner-md': '0px', 'corner-lg': '0px', 'corner-button': '0px', 'corner-picture': '0px', 'corner-avatar': '0px', rhythm: 'clamp(52px,6vw,84px)', rule: '1px', 'rule-colour': 'var(--edge)', heading: 'clamp(1.5rem,1.25rem + 0.8vw,1.875rem)', measure: '1360px' },
  },
} as const satisfies Record<string, Face>

export type FaceName = keyof typeof faces

/** The grounds and inks of a face in one theme. */
export function neutralsOf(face: FaceName, theme: Theme): Neutrals {
  return faces[face].tones?.[theme] ?? neutrals[theme]
}

/** The CSS of a face's corners and air, as declarations. */
export function shapeDeclarations(face: FaceName): string {
  return Object.entries(faces[face].shape).map(([name, value]) => `--${name}:${value}`).join(';')
}

/** The CSS of a face's tones in one theme, as declarations; '' where tokens.css has them. */
export function toneDeclarations(face: FaceName, theme: Theme): string {
  return Object.entries(faces[face].tones?.[theme] ?? {}).map(([name, colour]) => `--${name}:${css(colour)}`).join(';')
}
