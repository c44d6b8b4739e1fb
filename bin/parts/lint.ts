import { ESLint } from 'eslint'

// The linter, with the number of files it looked at.
const eslint = new ESLint()
const results = await eslint.lintFiles(['.'])
const formatter = await eslint.loadFormatter('stylish')
console.log(await formatter.format(results))
console.log(`${results.length} files linted`)
process.exit(results.some((result) => result.errorCount + result.warningCount > 0) ? 1 : 0)
