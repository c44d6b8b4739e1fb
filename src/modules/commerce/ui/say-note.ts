import { noteSentences } from '../orders/note-sentences.ts'
import { moneyWords } from './words/money-words.ts'

type Sentence = string | ((...parts: string[]) => string)
type Name = keyof typeof noteSentences

const hole = '\0'
const shapes = (Object.keys(noteSentences) as Name[]).map((name) => ({ name, shape: shapeOf(noteSentences[name]) }))

/** A line of an order's timeline in the language of who reads it; what nobody writes any more stays as it was written. */
export function sayNote(detail: string): string {
  const words = moneyWords().notes
  const found = shapes.find(({ shape }) => shape.test(detail))
  if (!found) return detail

  const [, ...parts] = found.shape.exec(detail) ?? []
  return say(words[found.name], parts.map((part) => (part === noteSentences.noReason ? words.noReason : part)))
}

function say(sentence: Sentence, parts: string[]): string {
  return typeof sentence === 'string' ? sentence : sentence(...parts)
}

/** The sentence with a hole for each of its values. */
function shapeOf(sentence: Sentence): RegExp {
  const said = say(sentence, Array.from({ length: sentence.length }, () => hole))
  return new RegExp(`^${said.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(hole, '([^]+?)')}$`)
}
