import { inboxWords } from '../ui/words/inbox-words.ts'

/** What stands in place of what is not shown. */
export const mask = '•••'

const shownMax = 40_000
const entriesMax = 100
const depthMax = 14

/**
 * What is shown is named here, and all else is hidden: a provider that adds a field tomorrow adds no name to this page.
 * A text is shown where its field holds an id, a kind, a state or a time, and it looks like one.
 */
const idField = /^(id|(\w+_)?(id|ids|account|charge|customer|payment_intent|invoice|subscription|balance_transaction))$/
const idText = /^(?=.*[0-9_-])[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/
const kindField = /^(object|type|event|status|role|kind|mode|currency|strategy|action|source|reason|provider|collection_method|payment_status|api_version|country|locale|default_currency)$/
const kindText = /^[a-z0-9][a-zA-Z0-9]*([._:[\]-][a-z0-9][a-zA-Z0-9]*)*\]?$/
const timeText = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/
const timeField = /(_at|^created|^updated|^timestamp|^date|^time)$/
/** Numbers are amounts and times, unless their field says otherwise. */
const personalNumber = /phone|mobile|ip|birth|dob|postal|zip|tax|ssn|last4|lat|lon|lng|national|passport|iban|bank/i
const plainName = /^[a-z][a-zA-Z0-9_]{0,60}$/
/** Whoever set up the provider's account may have put anything in here. */
const freeField = /metadata|custom|attributes|headers|http_request|web3|saml|data_raw/i
const digitsShownMax = 1e14

/** A payload for a person's eyes, and the texts that were kept from them. */
export interface MaskedPayload {
  shown: string
  hidden: string[]
}

/**
 * Masks what a payload says of people: all texts but ids, kinds, states and times; numbers that are no amounts; names of
 * fields that are none; and all that stands in free fields such as metadata.
 */
export function maskPayload(payload: unknown): MaskedPayload {
  const hidden: string[] = []
  const text = JSON.stringify(walk(payload, '', { isFree: false, depth: 0, hidden }), null, 2) ?? 'null'
  return { shown: text.length > shownMax ? `${text.slice(0, shownMax)}\n${inboxWords().moreCharacters(text.length - shownMax)}` : text, hidden }
}

interface Place {
  isFree: boolean
  depth: number
  hidden: string[]
}

function walk(value: unknown, field: string, place: Place): unknown {
  if (typeof value === 'string') return showText(value, field, place)
  if (typeof value === 'number') return showNumber(value, field, place)
  if (value === null || typeof value !== 'object') return value
  if (place.depth >= depthMax) return mask

  const inside = { ...place, depth: place.depth + 1, isFree: place.isFree || freeField.test(field) }
  if (Array.isArray(value)) {
    const shown: unknown[] = value.slice(0, entriesMax).map((one) => walk(one, field, inside))
    return value.length > entriesMax ? [...shown, inboxWords().andMore(value.length - entriesMax)] : shown
  }
  return walkFields(value, inside)
}

function walkFields(value: object, place: Place): Record<string, unknown> {
  const entries = Object.entries(value)
  const shown: [string, unknown][] = entries.slice(0, entriesMax).map(([name, one], index) => {
    const isPlain = plainName.test(name) && !place.isFree
    if (!isPlain) place.hidden.push(name)
    return [isPlain ? name : `${mask} ${index + 1}`, walk(one, isPlain ? name : '', place)]
  })
  if (entries.length > entriesMax) shown.push(['…', inboxWords().more(entries.length - entriesMax)])
  return Object.fromEntries(shown)
}

function showText(value: string, field: string, { isFree, hidden }: Place): string {
  const isShown = !isFree && value.length <= 120 && ((idField.test(field) && idText.test(value)) || (kindField.test(field) && kindText.test(value)) || (timeField.test(field) && timeText.test(value)))
  if (isShown || value === '') return value

  hidden.push(value)
  return `${mask} (${value.length})`
}

function showNumber(value: number, field: string, { isFree, hidden }: Place): number | string {
  if (!isFree && field !== '' && !personalNumber.test(field) && Math.abs(value) < digitsShownMax) return value

  hidden.push(String(value))
  return mask
}

const address = /[^\s@"'<>()[\]{},;:=]+@[^\s@"'<>()[\]{},;=]+/gu
const internetAddress = /\b\d{1,3}(\.\d{1,3}){3}\b|\b[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7}\b/gi
const phone = /\+?\d[\d ()./-]{6,}\d/g
const wordsMin = 2

/**
 * Takes out of a fault's words what a payload kept hidden, and whatever looks like an address or a telephone number.
 *
 * @param hidden the texts of `maskPayload`
 */
export function scrub(text: string, hidden: readonly string[]): string {
  const longestFirst = [...new Set(hidden.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]))].filter((one) => one.trim().length >= wordsMin).sort((a, b) => b.length - a.length)
  let rest = text
  for (const one of longestFirst) rest = rest.replaceAll(one, mask)
  return rest.replace(address, mask).replace(internetAddress, mask).replace(phone, (found) => (/^[\d-]+$/.test(found) && !/^\d{9,}$/.test(found) ? found : mask))
}
