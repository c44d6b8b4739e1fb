import { expect, it } from 'vitest'
import { staticSheet, stylesToCome } from './static-sheet.ts'

const css = String.raw`
@layer theme{:root{--text-sm:.875rem}}
@layer utilities{
  .flex{display:flex}
  .grid{display:grid}
  .mt-\[0\.7em\]{margin-top:.7em}
  .\[\&_p\+p\]\:mt-2 p+p{margin-top:.5rem}
  .\31 2{order:12}
  @media (width>=40rem){.sm\:flex{display:flex}.sm\:grid{display:grid}}
  @media (width>=64rem){.lg\:grid{display:grid}}
  .prose :where(h2){font-weight:600}
}
@font-face{font-family:Inter Variable;src:url(/assets/inter-basic-1.woff2)}
@font-face{font-family:Fraunces Variable;src:url(/assets/fraunces-basic-2.woff2)}
@font-face{font-family:"Newsreader Variable";src:url("/assets/newsreader-basic-3.woff2")}
@font-face{font-family:Inter Fallback;src:local(Arial)}`
const dress = staticSheet(css)
const page = (classes: string, more = '') => dress(`<head><style nonce="n">${stylesToCome}</style></head>${more}<p class="${classes}">/* styles */</p>`)

it('a page gets the rules of the classes that it wears, those for wider windows too, and what belongs to no class', () => {
  const dressed = page('flex sm:grid prose')
  for (const worn of ['.flex{', '@media (width>=40rem){.sm\\:grid{display:grid}}', '.prose :where(h2)', '--text-sm']) expect(dressed).toContain(worn)
  for (const other of ['.grid{', 'lg\\:grid', 'sm\\:flex', 'width>=64rem', '.7em']) expect(dressed).not.toContain(other)
  expect(dressed).toContain('<p class="flex sm:grid prose">/* styles */</p>')
})

it('classes are known through the escapes of CSS and of HTML', () => {
  const dressed = page('mt-[0.7em] [&amp;_p+p]:mt-2 12')
  for (const declaration of ['margin-top:.7em', 'margin-top:.5rem', 'order:12']) expect(dressed).toContain(declaration)
})

it('a page has the program’s face and the school’s, and asks for the letters that are always needed, the school’s first', () => {
  const [ours, theirs] = [page('flex'), page('flex', `<style>:root{--display:'Newsreader Variable',serif}</style>`)]
  const asked = (html: string) => [...html.matchAll(/<link rel="preload"[^>]+href="([^"]+)"\/>/g)].map(([, href]) => href)
  expect(asked(ours)).toEqual(['/assets/fraunces-basic-2.woff2', '/assets/inter-basic-1.woff2'])
  expect(asked(theirs)).toEqual(['/assets/newsreader-basic-3.woff2', '/assets/inter-basic-1.woff2'])
  expect(theirs).not.toContain('Fraunces Variable')
  expect(theirs).toContain('Inter Fallback')
})

it('a page that has its styles elsewhere is left as it is', () => {
  expect(dress('<head></head><p class="flex">')).toBe('<head></head><p class="flex">')
})
