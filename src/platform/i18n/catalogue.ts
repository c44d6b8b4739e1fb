import type { Language } from './languages.ts'
import { currentLanguage } from './locale.ts'

/**
 * The words of one area of pages. English says which there are, and every other language must have them all with the
 * same parameters: the types refuse a catalogue in which one is missing.
 *
 * @returns what gives the words in the language of the person who is answered; ask it when words are needed, never once for all
 * @example
 * export const checkoutWords = catalogue({ en, de })
 * const words = checkoutWords()
 */
export function catalogue<Words extends Record<string, unknown>>(files: { en: Words } & Record<Language, NoInfer<Shape<Words>>>): () => Shape<Words> {
  return () => files[currentLanguage()]
}

/** The same names and parameters, with any words. */
export type Shape<Words> = {
  [Name in keyof Words]: Words[Name] extends (...parameters: infer Parameters) => infer Said ? (...parameters: Parameters) => Said : Words[Name] extends string ? string : Shape<Words[Name]>
}
