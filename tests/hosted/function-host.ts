import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { startProgram, type Program } from '../faults/programs.ts'

/** A host of functions: it starts a process when a request comes, and stops it when it likes. */
export interface FunctionHost {
  url: string
  /** How many processes there have been. */
  starts(): number
  /** What all of them wrote. */
  output(): string
  close(): Promise<void>
}

/** One process of the function. */
interface Instance {
  program: Program
  port: number
  /** The requests it was given. */
  count: number
}

/** Where the function and the files beside it are, and how the host treats it. */
export interface FunctionHostOptions {
  /** A folder in the shape of Vercel's Build Output API. */
  output: string
  port: number
  env: NodeJS.ProcessEnv
  /** After so many requests the process is killed, whatever it does then. */
  requestsEach: number
}

/**
 * Serves a packaged function as its host would: files from `static`, all else by the function, in a process that may read
 * and speak to the network, and may neither write a file nor start a program (Node's permission model).
 */
export async function startFunctionHost({ output, port, env, requestsEach }: FunctionHostOptions): Promise<FunctionHost> {
  const folder = resolve(output, 'functions', 'index.func')
  const { handler } = JSON.parse(readFileSync(join(folder, '.vc-config.json'), 'utf8')) as { handler: string }
  const launcher = resolve('tests/hosted/run-function.mjs')
  let [starts, said] = [0, '']
  /** The one that takes requests, and the next one, which is begun before the first is gone, as hosts do under load. */
  let [current, next]: [Promise<Instance> | null, Promise<Instance> | null] = [null, null]

  const start = async (): Promise<Instance> => {
    starts += 1
    const program = await startProgram('function', { path: launcher, cwd: folder, args: [join(folder, handler)] }, { ...env, NODE_OPTIONS: '--permission --allow-fs-read=* --allow-addons' }, /function at \d+/)
    void program.ended.then(() => (said += program.output()))
    return { program, port: Number(/function at (\d+)/.exec(program.output())?.[1]), count: 0 }
  }
  const handOver = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const instance = await (current ??= start())
    const { program, port: at } = instance
    instance.count += 1
    if (instance.count === Math.ceil(requestsEach / 2)) next = start()
    const isLast = instance.count === requestsEach
    if (isLast) [current, next] = [next, null]
    const passed = request({ host: '127.0.0.1', port: at, path: incoming.url, method: incoming.method, headers: incoming.headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
      // With its answer the process is gone, and with it whatever else it was at.
      if (isLast) answer.once('end', () => void program.kill())
    })
    passed.on('error', () => {
      if (isLast) void program.kill()
      return outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end('the function broke off')
    })
    incoming.pipe(passed)
  }
  const server = createServer((incoming, outgoing) => {
    const file = join(resolve(output, 'static'), new URL(incoming.url ?? '/', 'http://host').pathname)
    if (incoming.method === 'GET' && existsSync(file) && statSync(file).isFile()) return void createReadStream(file).pipe(outgoing)
    handOver(incoming, outgoing).catch((fault: unknown) => outgoing.destroy(fault instanceof Error ? fault : undefined))
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${port}`,
    starts: () => starts,
    output: () => said,
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      for (const instance of await Promise.all([current, next])) await instance?.program.kill()
    },
  }
}
