/** Sends a request as somebody, to one school's host. */
export type Ask = (path: string, method: string) => Promise<Response>

/** What of an answer somebody could tell two cases apart by. */
interface Shape {
  status: number
  headers: string[]
  body: string
}

/**
 * Asks twice, once with an id of the other school and once with an id of nobody: only a 404 is right, and the two must
 * not be told apart.
 *
 * @param path makes the address from an id
 * @param ids what is put in, and the statuses that are `right` where it is not the 404
 * @returns what is wrong, in words; empty when all is well
 */
export async function compareAnswers(ask: Ask, method: string, path: (id: string) => string, ids: { others: string; nobodys: string; right?: readonly number[] }): Promise<string[]> {
  const right = ids.right ?? [404]
  const [others, nobodys] = [await shapeOf(await ask(path(ids.others), method), ids.others), await shapeOf(await ask(path(ids.nobodys), method), ids.nobodys)]
  const what = `${method} ${path('…')}`
  return [
    ...(right.includes(others.status) ? [] : [`${what}: the other school's id is answered with ${others.status}`]),
    ...(JSON.stringify(others) === JSON.stringify(nobodys) ? [] : [`${what}: the other school's id and nobody's are told apart: ${JSON.stringify(others)} and ${JSON.stringify(nobodys)}`]),
  ]
}

/** Without what differs from one answer to the next anyway: the id that was asked for, nonces, times. */
async function shapeOf(response: Response, id: string): Promise<Shape> {
  const text = response.status === 200 && response.headers.get('content-type')?.startsWith('text/event-stream') ? '(a stream)' : await response.text()
  await response.body?.cancel().catch(() => {})
  return {
    status: response.status,
    headers: [...response.headers.keys()].sort(),
    body: text.replaceAll(id, '(id)').replaceAll(encodeURIComponent(id), '(id)').replaceAll(nonceOf(response), '(nonce)').replace(/nonce="[^"]*"/g, 'nonce').replace(/(files\.[^"/]+\/)[\w-]+\.[\w-]+/g, '$1(link)').replace(/"(instance|requestId)":"[^"]*"/g, '$1'),
  }
}

/** Answers for scripts carry the nonce too, as a word among others; the policy of the same answer says which it is. */
function nonceOf(response: Response): string {
  return /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? 'no nonce'
}
