import { createContext, data, type RouterContextProvider } from 'react-router'
import { AppError, InvalidInput } from '#platform/errors/app-error.ts'

/** What a page is told of a fault: the person's sentence, never the log's. */
export interface Problem {
  code: string
  status: number
  message: string
}

/** What a form gets back when it was not taken: beside which field, what was typed, and a sentence for the whole. */
export interface FormFaults {
  fieldErrors: Record<string, string>
  /** What was typed, without secrets, so that nothing has to be typed twice. */
  values: Record<string, string>
  formError: string | null
}

interface RouteArgs {
  request: Request
  context: Readonly<RouterContextProvider>
}

type Wrapped<Args extends RouteArgs, Result> = (args: Args) => Promise<Result>

/** Headers that the answer of this request shall carry, whichever route gives it. The root's middleware sends them. */
export const answerHeaders = createContext<Headers>(new Headers())

const secretField = /password|token|secret|code/i
const formFaultStatuses = new Set([409, 422, 429])
// The longest text of a lesson in a script of three bytes a letter, as forms encode it.
const keptBodyBytesMax = 4_000_000

/**
 * Wraps a loader or an action: an AppError becomes the page of its status. In an action InvalidInput comes back to
 * the form as `FormFaults` with 422; `answeringForm` is the same with that in its type.
 *
 * @example
 * export const loader = answering(async ({ context }: Route.LoaderArgs) => listCourses(await …))
 */
export function answering<Args extends RouteArgs, Result>(work: (args: Args) => Promise<Result> | Result): Wrapped<Args, Result> {
  return async (args) => {
    const values = keepValues(args.request)
    try {
      return await work(args)
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault

      noteRetry(args.context, fault)
      if (fault instanceof InvalidInput && args.request.method !== 'GET') return (await formFaults(fault, values)) as Result
      throw data(problemOf(fault), { status: fault.status })
    }
  }
}

/**
 * Wraps the action of a form. What the person can mend (409, 422, 429) comes back to the form as `FormFaults` under
 * its status; everything else becomes the page of its status.
 *
 * @example
 * export const action = answeringForm(async ({ request, context }: Route.ActionArgs) => …)
 */
export function answeringForm<Args extends RouteArgs, Result>(
  work: (args: Args) => Promise<Result> | Result,
): Wrapped<Args, Result | Awaited<ReturnType<typeof formFaults>>> {
  return async (args) => {
    const values = keepValues(args.request)
    try {
      return await work(args)
    } catch (fault) {
      if (!(fault instanceof AppError)) throw fault

      noteRetry(args.context, fault)
      if (formFaultStatuses.has(fault.status)) return formFaults(fault, values)
      throw data(problemOf(fault), { status: fault.status })
    }
  }
}

/** The fault as what a loader throws, so that the page of its status is shown. */
export function asPage(fault: AppError) {
  return data(problemOf(fault), { status: fault.status })
}

/** The fault as a page may know it. */
export function problemOf(fault: AppError): Problem {
  return { code: fault.code, status: fault.status, message: fault.publicMessage }
}

async function formFaults(fault: AppError, values: () => Promise<Record<string, string>>) {
  const fieldErrors = fault instanceof InvalidInput ? fault.fieldErrors : {}
  const faults: FormFaults = {
    fieldErrors,
    values: await values(),
    formError: Object.keys(fieldErrors).length > 0 ? null : fault.publicMessage,
  }
  return data(faults, { status: fault.status })
}

function noteRetry(context: Readonly<RouterContextProvider>, fault: AppError): void {
  if (fault.retryAfterSeconds) context.get(answerHeaders).set('Retry-After', String(Math.ceil(fault.retryAfterSeconds)))
}

/** The body can be read once, and the action reads it: a copy waits for the case that the form must be shown again. */
function keepValues(request: Request): () => Promise<Record<string, string>> {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get('content-type') ?? '')
  const isSmall = Number(request.headers.get('content-length') ?? 0) < keptBodyBytesMax
  if (request.method === 'GET' || !isForm || !isSmall) return async () => ({})

  const copy = request.clone()
  return async () => {
    const values: Record<string, string> = {}
    // A form that broke off keeps nothing.
    for (const [name, value] of await copy.formData().catch(() => new FormData())) {
      if (typeof value === 'string' && !secretField.test(name)) values[name] = value
    }
    return values
  }
}
