/**
 * The size of a file as people say it.
 *
 * @example
 * sizeInWords(240_000) // '240 kB'
 */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`
  if (bytes < 999_500_000) return `${round(bytes / 1e6)} MB`
  return `${round(bytes / 1e9)} GB`
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value))
}
