/**
 * Whether a request was made by a page of another site. This machine's browser must not wind a clock
 * or sign somebody in because a page elsewhere asked it to.
 * @param header reads a header of the request
 */
export function isForeign(header: (name: string) => string | undefined): boolean {
  const origin = header('origin')
  if (!origin || origin === 'null') return header('sec-fetch-site') === 'cross-site'
  return !URL.canParse(origin) || new URL(origin).host !== header('host')
}
