import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/** A violation planted in a skeleton, and the rule that must see it. */
const planted: { rule: string; file: string; imports: string }[] = [
  { rule: 'module-order-commerce', file: 'src/modules/commerce/a.ts', imports: '../learning/index.ts' },
  { rule: 'public-face-only', file: 'src/modules/learning/a.ts', imports: '../commerce/inner.ts' },
  { rule: 'app-uses-faces-and-ui', file: 'src/app/a.ts', imports: '../modules/commerce/inner.ts' },
  { rule: 'ground-knows-no-module', file: 'src/platform/a.ts', imports: '../modules/commerce/index.ts' },
  { rule: 'ground-knows-no-module', file: 'src/ui/a.ts', imports: '../modules/commerce/index.ts' },
  { rule: 'providers-see-ports-only', file: 'src/providers/stripe/a.ts', imports: '../../modules/commerce/index.ts' },
  { rule: 'providers-only-from-wiring', file: 'src/app/b.ts', imports: '../providers/stripe/index.ts' },
  { rule: 'provider-isolation', file: 'src/providers/resend/a.ts', imports: '../stripe/index.ts' },
  { rule: 'wiring-from-entries-only', file: 'src/modules/commerce/b.ts', imports: '../../wiring.ts' },
  { rule: 'sql-behind-queries', file: 'src/modules/commerce/c.ts', imports: 'kysely' },
  { rule: 'system-door-by-name', file: 'src/modules/commerce/d.ts', imports: '../../platform/db/as-system.ts' },
  { rule: 'schemas-are-pure', file: 'src/modules/commerce/e.schema.ts', imports: './read.queries.ts' },
  { rule: 'browser-never-reaches-server', file: 'src/modules/commerce/ui/a.ts', imports: '../through.ts' },
  { rule: 'emulators-stay-outside', file: 'src/app/c.ts', imports: '../../emulators/stripe/index.ts' },
  { rule: 'emulators-know-no-app', file: 'emulators/stripe/a.ts', imports: '../../src/modules/commerce/index.ts' },
  { rule: 'no-unresolvable', file: 'src/app/d.ts', imports: './missing.ts' },
]

const innocent: Record<string, string> = {
  'src/modules/commerce/index.ts': 'export const commerce = 1\n',
  'src/modules/commerce/inner.ts': 'export const inner = 1\n',
  'src/modules/commerce/read.queries.ts': 'export const read = 1\n',
  'src/modules/commerce/through.ts': `export * from './read.queries.ts'\n`,
  'src/modules/learning/index.ts': 'export const learning = 1\n',
  'src/providers/stripe/index.ts': 'export const stripe = 1\n',
  'src/platform/db/as-system.ts': 'export const asSystem = 1\n',
  'src/wiring.ts': 'export const wire = 1\n',
  'emulators/stripe/index.ts': 'export const emulator = 1\n',
}

const violations = planted.map(({ rule, file }) => `${rule}: ${file}`)

describe('the import rules', () => {
  it('find nothing in the innocent skeleton', () => {
    expect(cruise(innocent)).toEqual([])
  })

  it(`see each of ${planted.length} planted violations`, () => {
    const guilty = Object.fromEntries(planted.map(({ file, imports }) => [file, `export * from '${imports}'\n`]))
    expect(cruise({ ...innocent, ...guilty })).toEqual(expect.arrayContaining(violations))
  })
})

function cruise(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-rules-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    copyFileSync('.dependency-cruiser.cjs', join(folder, '.dependency-cruiser.cjs'))
    copyFileSync('tsconfig.json', join(folder, 'tsconfig.json'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "dependencies": { "kysely": "*" } }')
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const program = resolve('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
    const result = spawnSync(process.execPath, [program, 'src', 'emulators', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], { cwd: folder, encoding: 'utf8' })
    const report = JSON.parse(result.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
    return report.summary.violations.map((violation) => `${violation.rule.name}: ${violation.from}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
