import { report, type Benchmark } from '../bench/figures.ts'

const names = ['storefront', 'cache', 'rls', 'inbox', 'auth', 'bytes', 'start', 'backfill', 'pages']
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length) {
  console.error(`There is no benchmark ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  process.exit(1)
}

let holds = true
for (const name of wanted.length ? wanted : names) {
  console.log(`\n→ ${name}`)
  const { benchmark } = (await import(`../bench/${name}.ts`)) as { benchmark: Benchmark }
  const figures = await benchmark.measure((line) => console.log(`  ${line}`))
  report(name, figures)
  holds &&= figures.every((figure) => figure.holds)
}
process.exit(holds ? 0 : 1)
