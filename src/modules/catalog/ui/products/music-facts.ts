import { productWords } from '../words/product-words.ts'
import type { MusicView } from './product-views.schema.ts'

/** The facts of a piece in the order that producers read them: tempo, then key. */
export function musicFacts({ bpm, musicalKey }: Pick<MusicView, 'bpm' | 'musicalKey'>): string[] {
  const words = productWords()
  return [bpm === null ? '' : words.bpm(bpm), musicalKey === null ? '' : keyInWords(musicalKey)].filter(Boolean)
}

/** A key as people of this language say it. @example keyInWords('Am') // 'A minor' */
export function keyInWords(key: string): string {
  const words = productWords()
  return key.endsWith('m') ? words.minor(key.slice(0, -1)) : words.major(key)
}
