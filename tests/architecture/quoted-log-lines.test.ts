import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sources = globSync('src/**/*.{ts,tsx}', { exclude: (path) => path.includes('.test.') }).map((path) => readFileSync(path, 'utf8')).join('\n')

/** The lines of ```log blocks: what a page says that the log says. `…` stands for what differs each time. */
function quotedLines(): { page: string; line: string }[] {
  return globSync('docs/**/*.md').flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/^```log\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n').map((line) => ({ page, line }))))
}

describe('the log lines that guides and runbooks quote', () => {
  it('are written by the program, word for word', () => {
    const quoted = quotedLines()
    const isWritten = (line: string) => line.split('…').every((part) => part.trim() === '' || sources.includes(part.trim()))
    expect(quoted.filter(({ line }) => !isWritten(line))).toEqual([])
    expect(quoted.map(({ line }) => line)).toEqual(expect.arrayContaining(['✓ Fast path success', '⏳ Queuing', 'Dependencies not ready', 'User … not found in the database, creating from …']))
    console.log(`log lines: ${quoted.length} quoted`)
  })
})

describe('the pages of docs', () => {
  it('lead only to pages and files that are there', () => {
    // The second queue's guide comes with the second queue.
    const isLater = (path: string) => path === 'docs/guides/second-queue.md'
    const broken = globSync('docs/**/*.md').flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => new URL(target, `file:///${page}`).pathname.slice(1))
        .filter((path) => !isLater(path) && globSync(path).length === 0)
        .map((path) => `${page} → ${path}`))
    expect(broken).toEqual([])
  })
})
