import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const sheet = 'src/ui/static-pages.css'
const sources = [...readFileSync(sheet, 'utf8').matchAll(/@source (not )?'(.+)';/g)].map(([, not, glob]) => ({ isLeftOut: not !== undefined, glob: join(dirname(sheet), glob ?? '') }))

describe('the styles of static pages', () => {
  const drawn = drawnByStaticPages()

  it('know every file that such a page draws with', () => {
    expect(drawn.length).toBeGreaterThan(100)
    const named = namedBy(sources)
    expect(drawn.filter((file) => !named.has(file))).toEqual([])
  })

  it('would miss those of a source that is forgotten', () => {
    const fewer = namedBy(sources.filter(({ glob }) => !glob.includes('storefront')))
    expect(drawn.filter((file) => !fewer.has(file))).toContain('src/modules/storefront/ui/hero.tsx')
  })
})

function namedBy(named: typeof sources): Set<string> {
  const of = (leftOut: boolean) => named.filter(({ isLeftOut }) => isLeftOut === leftOut).flatMap(({ glob }) => globSync(glob))
  const without = new Set(of(true))
  return new Set(of(false).filter((file) => !without.has(file)))
}

/** Whatever static routes import, and what that imports. Letters and pictures for other sites wear no classes of the page. */
function drawnByStaticPages(): string[] {
  const seen = new Set(['src/app/root.tsx'])
  for (const route of globSync('src/app/**/*.tsx')) if (/^export const handle.*isStatic: true/m.test(readFileSync(route, 'utf8'))) seen.add(route)
  // A set goes on to those that are added while it is walked.
  for (const file of seen) for (const found of importsOf(file)) seen.add(found)
  return [...seen].filter((file) => /\.tsx$/.test(file) && !/\.email\.tsx$|\/social\//.test(file))
}

function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.flatMap(({ fileName }) => {
    const path = fileName.startsWith('#') ? `src/${fileName.slice(1)}` : fileName.startsWith('.') ? join(dirname(file), fileName) : ''
    return /\.tsx?$/.test(path) && existsSync(path) ? [path] : []
  })
}
