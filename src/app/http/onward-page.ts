/**
 * A page that goes on by itself. Unlike a redirect it ends what a form began: where it goes is no longer a matter of
 * the form's Content-Security-Policy.
 *
 * @param href full address of one of our own hosts
 * @param name of the place, for whoever has to press
 */
export function onwardPage(href: string, name: string): Response {
  const [address, place] = [escapeHtml(href), escapeHtml(name)]
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=${address}"><title>On to ${place}</title></head><body><main><p><a href="${address}">Go on to ${place}</a></p></main></body></html>`
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
