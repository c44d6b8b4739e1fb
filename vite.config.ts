import { reactRouter } from '@react-router/dev/vite'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

/**
 * One build for everything that runs: React Router's client, and on the server side the three programs web,
 * worker and cove, which share their chunks.
 */
export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  environments: {
    ssr: {
      build: {
        target: 'node24',
        rolldownOptions: { input: { server: 'src/server.ts', worker: 'src/worker.ts', cove: 'src/cove.ts' } },
      },
    },
  },
})
