import type { ApiDocument } from '../../api/v1/openapi-document.ts'
import { referenceSentence } from '../../words/api-reference-words.ts'
import { referenceWords } from '../../words/reference-words.ts'

/** A part of the document's schemas, as far as a reader is told. */
interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
  example?: unknown
  default?: unknown
}

/** A field that is sent, or found in an answer. */
export interface FieldLine {
  name: string
  /** Where it stands: in the address, in the query, in a header, in the body. */
  place: string
  kind: string
  isRequired: boolean
  description: string
}

/** An address of the API as a person reads of it. */
export interface EndpointView {
  id: string
  method: string
  path: string
  summary: string
  description: string
  scope: string
  sent: FieldLine[]
  answers: { status: string; description: string }[]
  /** An answer that shows each field. */
  example: string | null
  body: string | null
}

/** A heading of the reference, and what stands under it. */
export interface ReferenceGroup {
  id: string
  name: string
  endpoints: EndpointView[]
}

interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[]
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  responses: Record<string, { description: string; content?: { 'application/json'?: { schema: Schema } } }>
}

/** The document, read for people in their language: its headings, each with its addresses. */
export function readReference(document: ApiDocument): ReferenceGroup[] {
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>
  const found = (schema: Schema): Schema => (schema.$ref ? { ...schemas[schema.$ref.split('/').at(-1) ?? ''], ...(schema.description ? { description: schema.description } : {}) } : schema)
  const all = Object.entries(document.paths ?? {}).flatMap(([path, item]) => Object.entries(item as Record<string, Operation>).map(([method, operation]) => ({ method, path, operation })))
  return (document.tags ?? []).map(({ name }) => ({
    // Anchors are the same in every language: a link that somebody sent leads where it led.
    id: name.toLowerCase().replace(/\W+/g, '-'),
    name: referenceSentence(name),
    endpoints: all.filter(({ operation }) => operation.tags.includes(name)).map(({ method, path, operation }) => viewOf(method, path, operation, found)),
  }))
}

type Found = (schema: Schema) => Schema

function viewOf(method: string, path: string, operation: Operation, found: Found): EndpointView {
  const [description = '', scope = ''] = operation.description.split('\n\nScope: ')
  const sentBody = operation.requestBody?.content['application/json'].schema
  const answered = Object.values(operation.responses).find(({ content }) => content?.['application/json'])?.content?.['application/json']?.schema
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: referenceSentence(operation.summary),
    description: referenceSentence(description).replaceAll('`', ''),
    scope: scope.replace(/[`.]/g, ''),
    sent: [...(operation.parameters ?? []).map((parameter) => lineOf(parameter.name, placeWord(parameter.in), parameter.required ?? false, { ...found(parameter.schema), description: parameter.description ?? parameter.schema.description })), ...bodyLines(sentBody, found)],
    answers: Object.entries(operation.responses).filter(([status]) => status !== 'default').map(([status, { description: words }]) => ({ status, description: answerWords(words) })),
    example: answered ? JSON.stringify(exampleOf(answered, found), null, 2) : null,
    body: sentBody ? JSON.stringify(exampleOf(sentBody, found)) : null,
  }
}

function bodyLines(schema: Schema | undefined, found: Found): FieldLine[] {
  if (!schema) return []
  const { properties = {}, required = [] } = found(schema)
  return Object.entries(properties).map(([name, field]) => lineOf(name, placeWord('body'), required.includes(name), found(field)))
}

function lineOf(name: string, place: string, isRequired: boolean, schema: Schema): FieldLine {
  const kind = schema.enum ? schema.enum.map(String).join(' · ') : schema.format === 'uuid' ? 'id' : Array.isArray(schema.type) ? schema.type.join(` ${referenceWords().or} `) : (schema.type ?? '')
  return { name, place, kind, isRequired, description: referenceSentence(schema.description ?? '').replaceAll('`', '') }
}

function placeWord(place: string): string {
  const words: Record<string, string> = referenceWords().places
  return words[place] ?? place
}

/** What an answer says: a sentence, or the codes of what can go wrong. */
function answerWords(said: string): string {
  return (said.startsWith('`') ? said.replaceAll('` or `', `\` ${referenceWords().or} \``) : referenceSentence(said)).replaceAll('`', '')
}

/** An example out of the examples of the fields. */
function exampleOf(given: Schema, found: Found): unknown {
  const schema = found(given)
  if ('example' in schema) return schema.example
  const choice = (schema.oneOf ?? schema.anyOf)?.[0]
  if (choice) return exampleOf(choice, found)
  if (schema.properties) return Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, exampleOf(field, found)]))
  if (schema.items) return [exampleOf(schema.items, found)]
  return schema.const ?? schema.enum?.[0] ?? null
}
