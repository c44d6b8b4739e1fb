import { ensureBuild } from './parts/build.ts'

ensureBuild((step) => console.log(`→ ${step}`))
console.log('→ built')
