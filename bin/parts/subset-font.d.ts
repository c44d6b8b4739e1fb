declare module 'subset-font' {
  interface Wanted {
    targetFormat: 'woff2'
    /** The part of each axis that is kept, or the one place on it. */
    variationAxes: Record<string, number | { min: number; max: number }>
    /** OpenType features; without them all are kept. */
    keepFeatures: string[]
    noHinting: boolean
  }
  /** Makes a smaller font of the letters of a text, by HarfBuzz. Letters that the font has not are left out. */
  export default function subsetFont(font: Buffer, text: string, wanted: Wanted): Promise<Buffer>
}
