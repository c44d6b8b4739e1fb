import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Where an AppError is made: the class's own constructor, or the base class directly. Doc comments are no code. */
const made = /(?:super|new AppError)\(\{\s*code: '([a-z-]+)'/g
const docLines = /^\s*\*.*$/gm

/** What the edge answers for faults that nobody expected; no class has this code. */
const unexpected = 'internal'

it('every public error code has its page, and every page its code', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
  const codes = sources.flatMap((path) => [...readFileSync(join('src', path), 'utf8').replace(docLines, '').matchAll(made)].map((found) => found[1]))
  const pages = readdirSync('docs/errors').filter((name) => name.endsWith('.md')).map((name) => name.slice(0, -'.md'.length))

  console.log(`error pages: ${pages.length} pages for ${codes.length + 1} codes in ${sources.length} files`)
  expect(codes.length).toBeGreaterThan(0)
  expect(new Set(codes).size, 'a code belongs to one class').toBe(codes.length)
  expect(pages.toSorted()).toEqual([...codes, unexpected].toSorted())
})

it('every page names its code and its status, and says what to do', () => {
  for (const name of readdirSync('docs/errors').filter((page) => page.endsWith('.md'))) {
    const text = readFileSync(join('docs/errors', name), 'utf8')
    expect(text.startsWith(`# ${name.slice(0, -'.md'.length)}\n\n**Status `), name).toBe(true)
    expect(text, name).toContain('**What to do.**')
  }
})
