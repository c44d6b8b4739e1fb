/**
 * An address among the pages of one's own account, with the way back to where one came from.
 *
 * @param state what just happened, for the page to say
 */
export function accountHref(path: `/account${string}`, next: string | null, state?: string): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(next ? { next } : {}) })
  return query.size > 0 ? `${path}?${query}` : path
}
