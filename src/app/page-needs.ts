/** Public pages say `{ isStatic: true }`: they are sent without the framework's script, unless their loader says `needsScripts`. */
export interface RouteHandle {
  isStatic?: boolean
  /** A static page on which people stay and then send a form: a session that lives by short tokens is kept up on it. */
  keepsSession?: boolean
}

/** What a page asks for besides itself, by the routes that it consists of. */
export function needsOf(routes: readonly { handle: unknown; data: unknown }[]): { isStatic: boolean; keepsSession: boolean } {
  const handles = routes.map(({ handle }) => handle as RouteHandle | undefined)
  // Only pages of signing in say so: those that show Clerk's components, which renew the session themselves.
  const needsScripts = routes.some(({ data }) => typeof data === 'object' && data !== null && 'needsScripts' in data && data.needsScripts === true)
  const isStatic = handles.some((handle) => handle?.isStatic) && !needsScripts
  return { isStatic, keepsSession: !needsScripts && (!isStatic || handles.some((handle) => handle?.keepsSession)) }
}
