import { expect } from 'vitest'
import { askServer, type SignedIn } from './built-server.ts'

/** All hosts of a test have the port of its web process. */
const portOf = (host: string) => Number(host.split(':')[1])

/** The first cookie of that name in an answer, as a browser would send it. */
export function cookieOf(answer: Response, name: string): string {
  return answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? ''
}

/** What a page that goes on by itself leads to. */
export async function onwardFrom(answer: Response): Promise<URL> {
  const found = /url=([^"]+)"/.exec(await answer.text())?.[1]
  if (!found) throw new Error(`no way on from ${answer.status} ${answer.headers.get('location') ?? ''}`)
  return new URL(found.replaceAll('&#38;', '&'))
}

/** Begins on the school's domain: the browser's nonce, and where it is sent. */
export async function begin(host: string, next = '/learn', cookie?: string): Promise<{ nonce: string; to: URL }> {
  const answer = await askServer(portOf(host), { host, path: `/arrive?next=${encodeURIComponent(next)}`, cookie })
  expect(answer.status).toBe(302)
  return { nonce: cookieOf(answer, 'cove-nonce'), to: new URL(answer.headers.get('location') ?? '') }
}

/** A fresh code for a member, and the browser it is for. */
export async function makeCode(who: SignedIn, host: string): Promise<{ nonce: string; path: string }> {
  const { nonce, to } = await begin(host)
  expect(to.host).toBe(`coursecove.localhost:${portOf(host)}`)
  const onward = await onwardFrom(await askServer(portOf(host), { host: to.host, path: `${to.pathname}${to.search}`, cookie: who.cookie }))
  expect(onward.host).toBe(host)
  return { nonce, path: `${onward.pathname}${onward.search}` }
}

/** Brings a code to a domain, from a browser that has that nonce. */
export const arrive = (host: string, { nonce, path }: { nonce?: string; path: string }) => askServer(portOf(host), { host, path, cookie: nonce })

/** The whole way. @returns the cookie of the session on the school's domain */
export async function cross(who: SignedIn, host: string): Promise<string> {
  const answer = await arrive(host, await makeCode(who, host))
  expect([answer.status, answer.headers.get('location')]).toEqual([302, `http://${host}/learn`])
  return cookieOf(answer, 'cove-visit')
}
