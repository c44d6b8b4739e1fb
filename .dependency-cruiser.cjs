// Architecture as code: what may import what. Reasons: docs/decisions/0003-module-order.md.
// Modules from the ground up; a module may import only modules to its left, through their index.ts.
const order = ['identity', 'tenancy', 'api-keys', 'files', 'messaging', 'commerce', 'catalog', 'learning', 'consents', 'scheduling', 'community', 'storefront', 'marketing', 'ai', 'privacy', 'webhooks', 'operations']
const M = '^src/modules/'
const TEST = '\\.test\\.tsx?$'
const ENTRIES = '^src/(app/|server\\.ts|worker\\.ts|switchboard\\.ts|wiring\\.ts|cove\\.ts|function\\.ts|web\\.ts)'

const moduleOrder = order.slice(0, -1).map((name, i) => ({
  name: `module-order-${name}`,
  severity: 'error',
  comment: `${name} sits below ${order[i + 1]}: it may import only [${order.slice(0, i).join(', ')}].`,
  from: { path: `${M}${name}/`, pathNot: TEST },
  to: { path: `${M}(${order.slice(i + 1).join('|')})/` },
}))

// Who may act as the system: named one by one, so that a new one is seen in review.
const asSystemImporters = ['^src/wiring\\.ts$', '^src/platform/(inbox|jobs|events|live)/', '^src/platform/http/health\\.queries\\.ts$', '^src/providers/better-auth/']

module.exports = {
  forbidden: [
    ...moduleOrder,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'public-face-only',
      severity: 'error',
      comment: 'Another module is reached through its index.ts, its pure schemas or its pure ui.',
      from: { path: `${M}([^/]+)/`, pathNot: TEST },
      to: { path: M, pathNot: [`${M}$1/`, `${M}[^/]+/index\\.ts$`, '\\.schema\\.ts$', `${M}[^/]+/ui/`] },
    },
    {
      name: 'app-uses-faces-and-ui',
      severity: 'error',
      comment: 'Routes and the worker see a module as index.ts, ui/ and *.schema.ts.',
      from: { path: ENTRIES, pathNot: TEST },
      to: { path: M, pathNot: [`${M}[^/]+/index\\.ts$`, `${M}[^/]+/ui/`, '\\.schema\\.ts$', `${M}[^/]+/ports\\.ts$`] },
    },
    {
      name: 'ground-knows-no-module',
      severity: 'error',
      comment: 'platform/ and ui/ are the ground floor.',
      from: { path: '^src/(platform|ui)/', pathNot: TEST },
      to: { path: '^src/(modules|providers|app|wiring|server|web|function|worker|switchboard)' },
    },
    {
      name: 'providers-see-ports-only',
      severity: 'error',
      from: { path: '^src/providers/', pathNot: TEST },
      to: { path: M, pathNot: `${M}[^/]+/ports\\.ts$` },
    },
    {
      name: 'providers-only-from-wiring',
      severity: 'error',
      comment: 'wiring.ts is the one place where a port meets its provider.',
      from: { path: '^src/', pathNot: ['^src/wiring\\.ts$', '^src/providers/', TEST] },
      to: { path: '^src/providers/' },
    },
    { name: 'provider-isolation', severity: 'error', from: { path: '^src/providers/([^/]+)/' }, to: { path: '^src/providers/', pathNot: '^src/providers/$1/' } },
    {
      name: 'wiring-from-entries-only',
      severity: 'error',
      comment: 'Only routes, the worker, the switchboard and tests ask for the wired app.',
      from: { path: '^src/', pathNot: [ENTRIES, TEST] },
      to: { path: '^src/(wiring|switchboard)\\.ts$' },
    },
    {
      name: 'sql-behind-queries',
      severity: 'error',
      comment: 'Only *.queries.ts and platform/db talk to the database driver.',
      from: { path: '^src/', pathNot: ['\\.queries\\.ts$', '^src/platform/db', TEST] },
      to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'system-door-by-name',
      severity: 'error',
      comment: 'Acting as the system reaches every school: its importers are listed here.',
      from: { path: '^src/', pathNot: [...asSystemImporters, TEST] },
      to: { path: '^src/platform/db/as-system\\.ts$' },
    },
    {
      name: 'schemas-are-pure',
      severity: 'error',
      comment: '*.schema.ts is shared with the browser.',
      from: { path: '\\.schema\\.ts$' },
      to: { path: '^src/platform/(db|jobs|inbox|config)|\\.queries\\.ts$|^src/providers/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-never-reaches-server',
      severity: 'error',
      comment: 'Transitive: nothing under ui/ may lead to SQL, secrets or providers.',
      from: { path: [`${M}[^/]+/ui/`, '^src/ui/'], pathNot: TEST },
      to: { reachable: true, path: '\\.queries\\.ts$|^src/platform/(db|jobs|inbox|config)|^src/providers/' },
    },
    { name: 'emulators-stay-outside', severity: 'error', from: { path: '^src/', pathNot: TEST }, to: { path: '^(emulators|tests)/' } },
    { name: 'emulators-know-no-app', severity: 'error', from: { path: '^emulators/' }, to: { path: '^src/' } },
    {
      name: 'no-dev-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: [TEST, 'routes\\.ts$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^virtual:', '\\+types/'] } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\+types/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
}
