import { drawSocialPicture, type SocialPicture } from '#modules/storefront/index.ts'

/** Sends a social picture; who has it already is told so. */
export async function answerPicture(request: Request, picture: SocialPicture): Promise<Response> {
  const { png, etag } = await drawSocialPicture(picture)
  const headers = { ETag: `"${etag}"`, 'Cache-Control': 'public, max-age=3600', 'Content-Type': 'image/png', 'Cross-Origin-Resource-Policy': 'cross-origin' }
  if (request.headers.get('if-none-match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(png), { headers })
}
