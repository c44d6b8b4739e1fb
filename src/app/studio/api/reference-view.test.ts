import { expect, it } from 'vitest'
import { inLocale } from '#platform/i18n/in-locale.ts'
import { makeDocument } from '../../api/v1/openapi-document.ts'
import { readReference } from './reference-view.ts'

const sentences = (locale: string) =>
  inLocale(locale, () => readReference(makeDocument('/api/v1'))).flatMap(({ name, endpoints }) => [
    name,
    ...endpoints.flatMap(({ summary, description, sent, answers }) => [summary, description, ...sent.flatMap((field) => [field.place, field.description]), ...answers.map((answer) => answer.description)]),
  ])
const isCode = (said: string) => /^[a-z-]+$/.test(said)

it('the reference says every sentence of the document in German too, and keeps the codes', () => {
  const [english, german] = [sentences('en'), sentences('de-DE')]
  const left = english.filter((said, index) => said !== '' && !isCode(said) && said === german[index])
  expect(english.length).toBeGreaterThan(100)
  expect(left).toEqual([])
  expect(german).toContain('invalid-input oder idempotency-key-reused')
  expect(german.some((said) => said.includes('`'))).toBe(false)
})
