import { UNSAFE_decodeViaTurboStream as decodeStream } from 'react-router'
import type { FormPlaces } from './every-form.ts'

/** A form or a report that only scripts send, with a fault in one field. */
export interface ScriptForm {
  path: string
  body: string
  headers: Record<string, string>
  field: string
  /** Why no page shows it as a form. */
  because: string
}

const json = { 'content-type': 'application/json' }
const asForm = { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*' }

/** All of them. What comes back is data: the script that sent it says the fault where the person looks. */
export function sentByScript({ courseId, lessonId, sectionId, courseSlug }: FormPlaces): ScriptForm[] {
  const course = `/studio/courses/${courseId}`
  const lesson = `${course}/lessons/${lessonId}`
  const watching = `/learn/${courseSlug}/${lessonId}/watching`
  const form = (path: string, fields: Record<string, string>, field: string, because: string): ScriptForm => ({ path: `${path}.data`, body: new URLSearchParams(fields).toString(), headers: asForm, field, because })
  const report = (body: unknown, field: string): ScriptForm => ({ path: watching, body: JSON.stringify(body), headers: json, field, because: 'the player reports while it plays' })
  const upload = (headers: Record<string, string>, field: string): ScriptForm => ({ path: '/api/uploads', body: '', headers: { 'tus-resumable': '1.0.0', ...headers }, field, because: 'files are sent in pieces' })
  const typed = 'with scripts a form of the builder stays as it is, and hears its faults'
  return [
    form(lesson, { intent: 'set-media', fileId: 'not-an-id' }, 'mediaFileId', 'an upload that ended is kept at once'),
    form(lesson, { intent: 'add-attachment', fileId: 'not-an-id' }, 'fileId', 'an upload that ended is kept at once'),
    form(lesson, { intent: 'save', title: 'Paid', bodyHtml: '', mediaFileId: 'not-an-id' }, 'mediaFileId', 'the page sends text and file apart; a program may send both'),
    form(lesson, { intent: 'save', title: '', bodyHtml: '' }, 'title', typed),
    form(course, { intent: 'move-section', sectionId, to: 'somewhere' }, 'to', 'what is dragged knows its new place; the buttons of the page send up and down'),
    form(course, { intent: 'move-lesson', lessonId, sectionId, index: '-1' }, 'index', 'what is dragged knows its new place; the buttons of the page send up and down'),
    form(course, { intent: 'add-section', title: '' }, 'title', typed),
    form(course, { intent: 'rename-section', sectionId, title: '' }, 'title', typed),
    form(course, { intent: 'add-lesson', sectionId, title: 'One', kind: 'dance' }, 'kind', typed),
    form(course, { intent: 'set-price', price: 'ninety' }, 'price', typed),
    form('/studio/site/blocks/hero', { intent: 'add-picture', fileId: 'not-an-id' }, 'picture', 'an upload that ended is kept at once'),
    form('/studio/site/brand', { intent: 'set-logo', fileId: 'not-an-id' }, 'logo', 'an upload that ended is kept at once'),
    form('/studio/site', { intent: 'move', block: 'hero', to: '-1' }, 'to', 'what is dragged knows its new place; the buttons of the page send up and down'),
    form('/studio/site/blocks/embed', { intent: 'write', layout: 'wide', address: 'https://video.example/1' }, 'address', 'with scripts the form of a block is kept while somebody writes'),
    report({ from: -1, to: 2, position: 2 }, 'from'),
    report({ from: 0, to: 'two', position: 2 }, 'to'),
    report({ from: 3, to: 2, position: 2 }, 'to'),
    report('nothing', 'body'),
    upload({ 'upload-length': '1', 'upload-metadata': `purpose ${btoa('video')}` }, 'name'),
    upload({ 'upload-length': '1', 'upload-metadata': `filename ${btoa('a.mp4')},purpose ${btoa('dancing')}` }, 'purpose'),
    upload({ 'upload-length': '0', 'upload-metadata': `filename ${btoa('a.mp4')},purpose ${btoa('video')}` }, 'sizeBytes'),
  ]
}

/** The faults by field in an answer that is data: a stream of the framework, a report's answer, or a problem document. */
export async function readFieldErrors(answer: Response): Promise<Record<string, string>> {
  const isStream = answer.headers.get('content-type')?.startsWith('text/x-script')
  const told: unknown = isStream && answer.body ? (await decodeStream(answer.body, globalThis as unknown as Window)).value : await answer.json()
  const { data = told } = told as { data?: unknown }
  const { fieldErrors, errors } = data as { fieldErrors?: Record<string, string>; errors?: Record<string, string> }
  return fieldErrors ?? errors ?? {}
}
