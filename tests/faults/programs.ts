import { spawn, type ChildProcess } from 'node:child_process'

/** A real program of ours, in a process that may die. */
export interface Program {
  name: string
  pid: number
  /** What it wrote so far. */
  output(): string
  isRunning(): boolean
  /** Resolves when it ended, with the signal that ended it, or `code 0`. */
  ended: Promise<string>
  /** Ends it and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<void>
}

/** What to run; another folder than this one for a program of another release, and what it is told on its line. */
export type ProgramFile = string | { path: string; cwd: string; args?: string[] }

/** A web process and where it answers. */
export interface WebProgram extends Program {
  url: string
}

const endWithParent = new URL('../../bin/parts/end-with-parent.mjs', import.meta.url).href
const startWithinMs = 60_000

/**
 * Starts a program of ours and waits until it says that it is up.
 *
 * @param isUp what it then writes
 * @throws when it ends before that, with what it wrote
 */
export async function startProgram(name: string, file: ProgramFile, env: NodeJS.ProcessEnv, isUp: RegExp): Promise<Program> {
  const program = runProgram(name, file, env)
  try {
    await waitFor(() => isUp.test(program.output()) || !program.isRunning(), startWithinMs, () => `${name} did not start:\n${program.output()}`)
  } catch (fault) {
    await program.kill()
    throw fault
  }
  if (!program.isRunning()) throw new Error(`${name} ended while starting (${await program.ended}):\n${program.output()}`)
  return program
}

function runProgram(name: string, file: ProgramFile, env: NodeJS.ProcessEnv): Program {
  const { path, cwd, args = [] } = typeof file === 'string' ? { path: file, cwd: undefined } : file
  const child: ChildProcess = spawn(process.execPath, ['--import', endWithParent, '--enable-source-maps', path, ...args], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<string>((done) => child.once('exit', (code, signal) => done(signal ?? `code ${code}`)))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    name,
    pid: child.pid ?? 0,
    output: () => output,
    isRunning,
    ended,
    async kill(signal = 'SIGKILL') {
      if (isRunning()) child.kill(signal)
      await ended
    },
  }
}

/**
 * Waits until something holds.
 *
 * @param timeoutMs then it throws, with what `describe` says
 */
export async function waitFor(holds: () => boolean | Promise<boolean>, timeoutMs = 90_000, describe: () => string = () => 'it did not come to hold in time'): Promise<void> {
  const until = Date.now() + timeoutMs
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(describe())
    await new Promise((done) => setTimeout(done, 25))
  }
}
