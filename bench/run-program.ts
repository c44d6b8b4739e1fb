import { spawn, type ChildProcess } from 'node:child_process'

const endWithParent = new URL('../bin/parts/end-with-parent.mjs', import.meta.url).href

/** Starts a program with these settings and no others. It ends when the benchmark does, also when that is killed. */
export function run(args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, ['--import', endWithParent, ...args], { env, stdio: ['pipe', 'ignore', 'inherit'] })
}

/** Ends a program and waits for its end. */
export async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const gone = new Promise((done) => program.once('exit', done))
  program.kill('SIGTERM')
  await gone
}
