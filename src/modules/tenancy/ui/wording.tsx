import { createContext, useContext, type ReactNode } from 'react'
import { presetOf } from '../presets/presets.schema.ts'
import { wordingOf, type Wording } from '../presets/wording.schema.ts'

const Kind = createContext('music-school')

/** Everything inside speaks as this kind of school does. */
export function WordingOf({ preset, children }: { preset: string; children: ReactNode }) {
  return <Kind value={preset}>{children}</Kind>
}

/**
 * What the school calls its things, wherever a page names them, in the reader's language.
 *
 * @example const { course } = useWording()
 */
export function useWording(): Wording {
  return wordingOf(useContext(Kind))
}

/** The kind of the school itself, for what belongs to it in every language. */
export function useKind(): ReturnType<typeof presetOf> {
  return presetOf(useContext(Kind))
}
