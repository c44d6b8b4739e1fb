import { createServer } from 'vite'
import { wantsRestart } from './parts/keep-running.ts'

// The worker of `npm run dev`: begins anew when a source changes.
const vite = await createServer({ server: { middlewareMode: true, ws: false, hmr: false }, appType: 'custom' })
await vite.ssrLoadModule('/src/worker.ts')
vite.watcher.on('change', (path) => {
  if (path.includes('/src/') && !path.endsWith('.tsx')) process.exit(wantsRestart)
})
