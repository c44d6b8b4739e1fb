import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'
import { wordsStandInCatalogues } from './bin/parts/words-stand-in-catalogues.mjs'

/**
 * What people read stands in catalogues, in every language. These few places speak English alone: the terminal of who
 * runs an installation; answers to programs (the API, providers, the clock of a host, our own player); and what is no
 * sentence, such as names of typefaces and SQL.
 */
const speaksEnglish = [
  'src/app/operator/{commands,seed}/**', 'src/platform/config/**',
  'src/app/api/{cron,inngest,licences,live,metrics-access,profile,webhooks}.ts', 'src/app/api/v1/**', 'src/platform/inbox/**', 'src/app/tenant/learn/watching.ts', 'src/modules/learning/progress/watching.schema.ts', 'src/modules/webhooks/deliveries/send-again.ts',
  'src/ui/brand/type-pairs.ts', '**/*.queries.ts',
]

const size = (functionLines) => ({
  'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: functionLines, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
  complexity: ['error', 18],
})

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', '.react-router/', '.data/', '.cache/', 'docs/', '*.config.js', '*.config.cjs'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allow: [{ from: 'lib', name: 'Response' }, { from: 'package', name: 'DataWithResponseInit', package: 'react-router' }] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'off',
      eqeqeq: 'error',
      ...size(50),
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'jsx-a11y': jsxA11y },
    rules: { ...jsxA11y.flatConfigs.recommended.rules, ...size(80), 'jsx-a11y/no-redundant-roles': 'off' },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: [...speaksEnglish, '**/*.test.ts', '**/*.test.tsx', '**/words/**'],
    plugins: { words: { rules: { 'stand-in-catalogues': wordsStandInCatalogues } } },
    rules: { 'words/stand-in-catalogues': 'error' },
  },
  // A test tells a story and may take its time; a generated file is nobody's handwriting.
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.spec.ts', 'tests/**'],
    rules: { 'max-lines-per-function': 'off', complexity: 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  { files: ['src/platform/db/schema.ts'], rules: { 'max-lines': 'off' } },
  // Content is long by nature, and who draws speaks in coordinates.
  { files: ['db/seeds/**'], rules: { 'max-lines-per-function': 'off', 'max-params': ['error', 5] } },
)
