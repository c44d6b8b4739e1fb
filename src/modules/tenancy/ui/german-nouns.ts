import type { Noun } from '../presets/wording.schema.ts'

/** The form that agrees with a noun, of those for masculine, feminine and neuter. */
export function agreeing({ gender = 'm' }: Noun, m: string, f: string, n: string): string {
  return { m, f, n }[gender]
}

/** The noun as the subject, at the beginning of a sentence. */
export function upperThe(noun: Noun): string {
  return `${agreeing(noun, 'Der', 'Die', 'Das')} ${noun.one}`
}

/** After zu: zum Kurs, zur Stunde. */
export function toThe(noun: Noun): string {
  return `${agreeing(noun, 'zum', 'zur', 'zum')} ${noun.one}`
}

/** In the plural after zu, bei, mit. */
export function manyAfterBei({ many }: Noun): string {
  return /[ns]$/.test(many) ? many : `${many}n`
}

/** With its article as an object: den Kurs, die Stunde. */
export function theAsObject(noun: Noun): string {
  return `${agreeing(noun, 'den', 'die', 'das')} ${noun.one}`
}

/** diesen Kurs, diese Stunde. */
export function thisAsObject(noun: Noun): string {
  return `${agreeing(noun, 'diesen', 'diese', 'dieses')} ${noun.one}`
}
