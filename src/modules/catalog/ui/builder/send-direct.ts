/** A file on its way, whichever way it goes. */
export interface Sending {
  start(): void
  /** @param isUnwanted forget what was sent, instead of keeping it to go on from */
  abort(isUnwanted: boolean): Promise<void>
}

/** What became of a request: the status that was answered, 0 without an answer, and the sentence for the person. */
export class SendingFault extends Error {
  readonly status: number

  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

interface DirectFile {
  /** `<base>/api/uploads/direct` */
  endpoint: string
  file: File
  facts: { name: string; purpose: string; durationSeconds: number | null }
  /** The pauses before each further try, in milliseconds. */
  retryDelays: readonly number[]
  isPassing(status: number): boolean
  onProgress(sent: number, total: number): void
  onError(fault: SendingFault): void
  onDone(fileId: string): void
}

interface Pieces { pieceBytes: number; receivedBytes: number; missing: { number: number; url: string }[] }

/**
 * Sends a file from the browser straight to the store, in pieces. What is missing is asked of the server each time, so
 * it goes on after any interruption; what was begun is remembered until it is done, so also after the page was closed.
 */
export function sendDirect(input: DirectFile): Sending {
  const { endpoint } = input
  const remembered = rememberedAs(input)
  let stop = new AbortController()

  const run = async (tries: readonly number[]): Promise<void> => {
    try {
      const id = await sendAll(input, stop.signal)
      localStorage.removeItem(remembered)
      input.onDone(id)
    } catch (reason) {
      if (stop.signal.aborted) return
      const fault = reason instanceof SendingFault ? reason : new SendingFault(0, String(reason))
      // What was begun is over or was refused: the next try begins anew.
      if (!input.isPassing(fault.status)) localStorage.removeItem(remembered)
      const [pause, ...rest] = tries
      if (pause === undefined || !input.isPassing(fault.status)) return input.onError(fault)
      await new Promise((done) => setTimeout(done, pause))
      if (!stop.signal.aborted) await run(rest)
    }
  }
  return {
    start() {
      stop = new AbortController()
      void run(input.retryDelays)
    },
    async abort(isUnwanted) {
      stop.abort()
      const id = localStorage.getItem(remembered)
      if (!isUnwanted || !id) return
      localStorage.removeItem(remembered)
      await fetch(`${endpoint.replace(/\/direct$/, '')}/${id}`, { method: 'DELETE' })
    },
  }
}

function rememberedAs({ endpoint, file }: DirectFile): string {
  return `cove-upload:${endpoint}:${file.name}:${file.size}:${file.lastModified}`
}

/** One go at all that is missing. @returns the file's id */
async function sendAll(input: DirectFile, signal: AbortSignal): Promise<string> {
  const { endpoint, file } = input
  const id = localStorage.getItem(rememberedAs(input)) ?? (await begin(input, signal))
  for (;;) {
    const { missing, receivedBytes, pieceBytes } = await ask<Pieces>(`${endpoint}/${id}/pieces`, signal)
    if (missing.length === 0) break
    let sent = receivedBytes
    for (const { number, url } of missing) {
      const piece = file.slice((number - 1) * pieceBytes, number * pieceBytes)
      await put(url, piece, signal, (now) => input.onProgress(sent + now, file.size))
      sent += piece.size
    }
  }
  input.onProgress(file.size, file.size)
  await ask(`${endpoint}/${id}/completion`, signal, { method: 'POST' })
  return id
}

async function begin(input: DirectFile, signal: AbortSignal): Promise<string> {
  const body = JSON.stringify({ ...input.facts, sizeBytes: input.file.size })
  const { id } = await ask<{ id: string }>(input.endpoint, signal, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
  localStorage.setItem(rememberedAs(input), id)
  return id
}

async function ask<Data>(url: string, signal: AbortSignal, init: RequestInit = {}): Promise<Data> {
  const answer = await fetch(url, { ...init, signal }).catch((fault: unknown) => {
    throw new SendingFault(0, String(fault))
  })
  const body = (await answer.json().catch(() => ({}))) as { data?: Data; detail?: unknown }
  if (!answer.ok || body.data === undefined) throw new SendingFault(answer.status, typeof body.detail === 'string' ? body.detail : '')
  return body.data
}

/** `fetch` does not tell how much of a body has gone out; this does. */
function put(url: string, piece: Blob, signal: AbortSignal, onProgress: (sent: number) => void): Promise<void> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url)
    request.upload.onprogress = (event) => onProgress(event.loaded)
    // A link may have expired in a night with the lid closed: the next try asks for new ones.
    request.onload = () => (request.status < 300 ? done() : fail(new SendingFault(request.status === 403 ? 0 : request.status, '')))
    request.onerror = () => fail(new SendingFault(0, 'the store did not answer'))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.onabort = () => fail(new SendingFault(0, 'stopped'))
    request.send(piece)
  })
}
