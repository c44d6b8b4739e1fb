import { spawn, type ChildProcess } from 'node:child_process'

/** A program that is started again when it falls over. */
export interface KeptProgram {
  stop(): Promise<void>
}

/** The exit code by which a program asks to be started anew, without having fallen. */
export const wantsRestart = 75

const endWithParent = new URL('./end-with-parent.mjs', import.meta.url).href
const backoffSeconds = [0, 1, 2, 5, 10, 30]

/**
 * Runs a Node program and starts it again, with growing pauses, when it ends unasked. A program that stayed up for
 * a minute has earned a fresh start.
 */
export function keepRunning(name: string, args: string[], env: NodeJS.ProcessEnv): KeptProgram {
  let child: ChildProcess | null = null
  let isStopping = false
  let falls = 0
  let waiting: NodeJS.Timeout | undefined

  const start = () => {
    const startedAt = Date.now()
    child = spawn(process.execPath, ['--import', endWithParent, ...args], { env, stdio: ['pipe', 'inherit', 'inherit'] })
    child.once('exit', (code, signal) => {
      child = null
      if (isStopping) return
      if (code === wantsRestart) return start()
      if (Date.now() - startedAt > 60_000) falls = 0
      const pause = backoffSeconds[Math.min(falls, backoffSeconds.length - 1)] ?? 30
      falls += 1
      console.error(`! ${name} ended (${signal ?? `code ${code}`}); starting it again${pause ? ` in ${pause} s` : ''}`)
      waiting = setTimeout(start, pause * 1000)
    })
  }
  start()

  return {
    async stop() {
      isStopping = true
      clearTimeout(waiting)
      const running = child
      if (!running) return
      const gone = new Promise<void>((done) => running.once('exit', () => done()))
      running.kill('SIGTERM')
      const force = setTimeout(() => running.kill('SIGKILL'), 10_000)
      await gone
      clearTimeout(force)
    },
  }
}
