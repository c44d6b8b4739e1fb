import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import type { Probe } from './probes.ts'

/** A page or an address of the API, as the application itself lists it. */
export interface Route {
  /** Without the school's own prefix: `courses/:courseSlug`, `/api/uploads/:id`. */
  pattern: string
  params: string[]
  /** Whether it takes what people send. */
  hasAction: boolean
}

interface ConfigEntry {
  path?: string
  index?: boolean
  file: string
  children?: ConfigEntry[]
}

/** The pages of React Router's address book; those mounted twice, by host and by path, are listed once. */
export function readPages(): Route[] {
  const answer = execFileSync(process.execPath, ['node_modules/@react-router/dev/bin.cjs', 'routes', '--json'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const book = JSON.parse(answer.slice(answer.indexOf('['))) as ConfigEntry[]
  const found = new Map<string, Route>()
  for (const route of book.flatMap((entry) => flatten(entry, ''))) {
    const known = found.get(route.pattern)
    found.set(route.pattern, { ...route, hasAction: route.hasAction || (known?.hasAction ?? false) })
  }
  return [...found.values()]
}

function flatten(entry: ConfigEntry, above: string): Route[] {
  const pattern = [above, entry.path ?? ''].filter(Boolean).join('/')
  const children = (entry.children ?? []).flatMap((child) => flatten(child, pattern))
  const isLayout = entry.path === undefined && !entry.index
  if (isLayout || pattern === '') return children
  return [describe(pattern.replace(/^s\/:slug(\/|$)/, ''), hasAction(entry.file)), ...children]
}

function hasAction(file: string): boolean {
  const path = join('src/app', file)
  return existsSync(path) && /export (async )?(function|const) action\b|export \{[^}]*\baction\b/.test(readFileSync(path, 'utf8'))
}

function describe(pattern: string, takesActions: boolean): Route {
  return { pattern, params: [...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''), hasAction: takesActions }
}

/** The addresses that Hono answers itself; those under a school's path are listed once. */
export function readApi(web: Hono): Route[] {
  const patterns = web.routes.filter(({ method, path }) => !(method === 'ALL' && path === '/*')).map(({ path }) => path.replace(/^\/s\/:slug/, ''))
  return [...new Set(patterns)].map((pattern) => describe(pattern, false))
}

/** Routes that no probe covers, parameters and actions that a probe leaves out, and probes of routes that are gone. */
export function findGaps(routes: Route[], probes: Probe[]): string[] {
  const gaps = routes.flatMap((route) => {
    const probe = probes.find(({ pattern }) => pattern === route.pattern)
    if (!probe) return [`${route.pattern}: no probe in tests/isolation/probes.ts`]
    if ('because' in probe) return route.params.length && !probe.namesNoRow ? [`${route.pattern}: excused, but takes ${route.params.join(', ')}`] : []

    const missing = route.params.filter((name) => !probe.ids[name])
    return [
      ...missing.map((name) => `${route.pattern}: the probe does not say whose id :${name} is`),
      ...(route.hasAction && !probe.methods.some((method) => method !== 'GET') ? [`${route.pattern}: takes an action, and the probe sends none`] : []),
    ]
  })
  return [...gaps, ...probes.filter((probe) => !routes.some(({ pattern }) => pattern === probe.pattern)).map(({ pattern }) => `${pattern}: a probe without a route`)]
}
