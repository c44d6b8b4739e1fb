import { directionOf } from '#platform/i18n/languages.ts'
import { currentLocale } from '#platform/i18n/locale.ts'
import { accountWords } from '../words/account-words.ts'

/**
 * A page that goes on by itself. Unlike a redirect it ends what a form began: where it goes is no longer a matter of
 * the form's Content-Security-Policy.
 *
 * @param href full address of one of our own hosts
 * @param name of the place, for whoever has to press
 */
export function onwardPage(href: string, name: string): Response {
  const [locale, words] = [currentLocale(), accountWords()]
  const [address, title, way] = [href, words.onTo(name), words.goOnTo(name)].map(escapeHtml)
  const html = `<!doctype html><html lang="${locale}" dir="${directionOf(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="0;url=${address}"><title>${title}</title></head><body><main><p><a href="${address}">${way}</a></p></main></body></html>`
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'", 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' } })
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
