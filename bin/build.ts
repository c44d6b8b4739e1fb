import { parseArgs } from 'node:util'
import { ensureBuild } from './parts/build.ts'

const { values } = parseArgs({ options: { function: { type: 'boolean', default: false } } })
ensureBuild((step) => console.log(`→ ${step}`))
if (values.function) {
  const { buildFunction } = await import('./parts/build-function.ts')
  console.log(`→ one function of ${await buildFunction('.vercel/output')} files in .vercel/output`)
}
console.log('→ built')
