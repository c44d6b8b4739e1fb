import { redirect } from 'react-router'

/** What a page of the studio hears after a deed that worked. */
export interface Done {
  done: true
  /** One short sentence for the person; none where the page itself shows it. */
  said: string | null
}

/**
 * Answers a form that worked. A page without script is sent back to itself, so that loading it again repeats nothing;
 * one with script only hears that it is done.
 *
 * @param path where the form stands
 */
export function answerDone(request: Request, path: string, said: string | null = null): Done | Response {
  const isWithoutScript = request.headers.get('accept')?.includes('text/html')
  return isWithoutScript ? redirect(path, 303) : { done: true, said }
}

/** A word of a form; '' when it is not there. */
export function wordOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
