import jsxA11y from 'eslint-plugin-jsx-a11y'
import tseslint from 'typescript-eslint'
import { wordsStandInCatalogues } from './bin/parts/words-stand-in-catalogues.mjs'

/** What people read here stands in catalogues, in every language. A folder that is converted comes on this list. */
const spokenInEveryLanguage = [
  'src/app/account/**', 'src/app/marketing/**', 'src/app/clerk/**', 'src/app/tenant/learn/**', 'src/app/studio/{people,orders,customers,dashboard}/**', 'src/app/studio/studio.tsx', 'src/app/studio/settings/settings.tsx', 'src/modules/commerce/ui/{balance,credits,customers,on-the-way,order,payout,refund}*', 'src/modules/learning/ui/*.tsx', 'src/modules/learning/ui/playback/**', 'src/modules/privacy/{ui,mails}/**', 'src/modules/identity/{security,sign-in}/**', 'src/modules/messaging/mail/**', 'src/modules/tenancy/{organizations,presets,profiles,invitations,imports}/**',
  'src/app/error-page.tsx', 'src/app/choose-language.ts', 'src/app/http/{onward,plain}-page.ts', 'src/app/studio/settings/languages.tsx', 'src/app/tenant/catalog/course-access.ts', 'src/app/tenant/storefront/contact.tsx',
  'src/app/studio/courses/**', 'src/modules/catalog/ui/builder/**', 'src/app/studio/{coupons,domains,products,site,webhooks}/**', 'src/app/studio/api/{key,keys,new-key}.tsx', 'src/modules/api-keys/**', 'src/modules/tenancy/domains/**', 'src/modules/webhooks/{endpoints,deliveries,ui}/**', 'src/modules/storefront/{blocks,looks,pages}/**', 'src/modules/commerce/coupons/**', 'src/modules/commerce/ui/coupon-*', 'src/modules/catalog/{bundles,courses,lessons,music,products,sections,versions}/**', 'src/modules/catalog/ui/products/builder/**', 'src/modules/files/**', 'src/modules/catalog/ui/{coupon-field,person-menu,preview-lesson-page,price-tag,syllabus}.tsx', 'src/modules/storefront/ui/*.tsx',
  'src/platform/errors/**', 'src/ui/language-switch.tsx',
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
    files: spokenInEveryLanguage,
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/words/**'],
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
