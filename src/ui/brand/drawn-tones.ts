import { formatHex } from 'culori'

/** The tones of drawings by day, as tokens.css has them: lightness and chroma; the hue is the drawing's. A test holds the two equal. */
export const drawnTones = {
  'd-ground': [0.935, 0.032],
  'd-pale': [0.99, 0.006],
  'd-mid': [0.84, 0.065],
  'd-fine': [0.68, 0.085],
  'd-mark': [0.46, 0.105],
  'd-deep': [0.29, 0.05],
  'd-bold': [0.29, 0.05],
  'd-string': [0.6, 0.07],
} as const

/**
 * A drawing that the program made for its pages, in colours that need no stylesheet.
 *
 * @param svg with `var(--…)` in the place of colours
 * @param colours by the names of their variables; those of drawings are computed from the drawing's own hue
 */
export function inkDrawing(svg: string, colours: Record<string, string>): string {
  const hue = Number(/--drawn-h:\s*(-?[\d.]+)/.exec(svg)?.[1] ?? 0)
  const tones = Object.fromEntries(Object.entries(drawnTones).map(([name, [l, c]]) => [name, formatHex({ mode: 'oklch', l, c, h: hue })]))
  const known: Record<string, string | undefined> = { ...tones, ...colours }
  return svg
    .replace(/var\(--([\w-]+)\)/g, (_, name: string) => known[name] ?? '#000000')
    .replace(/ (?:class|style)="[^"]*"/g, '')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}
