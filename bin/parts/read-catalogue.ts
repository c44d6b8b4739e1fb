import { join, resolve } from 'node:path'

/** Words of a language, with those that take values, and groups of both. */
export type Words = { [name: string]: string | Words | ((...values: unknown[]) => string) }

const kindsOfSchool = 'src/modules/tenancy/presets/words/wording'

/**
 * The words of a catalogue in one language. One that speaks differently for each kind of school is read as each of them.
 *
 * @param folder of the catalogue, from the root of the project
 */
export async function readCatalogue(folder: string, language: string): Promise<Words> {
  const found = await exported<Words | ((wording: Words) => Words)>(folder, language)
  if (typeof found !== 'function') return found
  const kinds = await exported<Record<string, Words>>(kindsOfSchool, language)
  return Object.fromEntries(Object.entries(kinds).map(([kind, wording]) => [kind, found(wording)]))
}

async function exported<T>(folder: string, language: string): Promise<T> {
  return ((await import(resolve(join(folder, `${language}.ts`)))) as Record<string, T>)[language] as T
}
