import { spawn } from 'node:child_process'

/**
 * `npm run smoke` as it is typed, in a folder without settings of its own.
 *
 * @param onLine hears all that was said so far, each time something is
 */
export function runSmoke(args: string[], env: Record<string, string>, onLine?: (text: string) => void): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `${import.meta.dirname}/../../bin/smoke.ts`, ...args], { cwd: import.meta.dirname, env: { PATH: process.env.PATH, ...env } })
  let text = ''
  const take = (chunk: Buffer) => {
    text += chunk.toString()
    onLine?.(text)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  return new Promise((done) => child.on('close', (code) => done({ code, text })))
}
