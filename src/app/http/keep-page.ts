import { packPage } from '#platform/cache/pack-page.ts'
import type { Claim } from '#platform/cache/page-cache.ts'

/** A copy in front of this installation may be this old; browsers ask each time, and are told when nothing changed. */
const cacheControl = 'public, max-age=0, must-revalidate, s-maxage=10'

/**
 * Keeps an answer for all who will ask for the same, if it is everybody's: found, about one school, and without a
 * cookie for anybody.
 *
 * @param claim of the request that is answered; it ends here
 * @param schoolId whose page it is; null if it is not a public page
 * @returns the answer to send, with the same body
 */
export async function keepPage(claim: Claim, schoolId: string | null, response: Response): Promise<Response> {
  if (schoolId === null || response.status !== 200 || response.headers.has('set-cookie')) {
    claim.end(false)
    return response
  }

  try {
    response.headers.set('Cache-Control', cacheControl)
    response.headers.set('Vary', 'Cookie, Accept-Encoding, Accept-Language')
    const body = Buffer.from(await response.arrayBuffer())
    const page = await packPage(body, Object.fromEntries(response.headers))
    page.headers.etag = page.etag
    claim.keep(schoolId, page)
    return new Response(new Uint8Array(body), { status: 200, headers: page.headers })
  } finally {
    claim.end(true)
  }
}
