/** The keys that music can be in, as producers write them: the twelve major ones, then the minor ones. */
export const musicalKeys = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B', 'Cm', 'C#m', 'Dm', 'Ebm', 'Em', 'Fm', 'F#m', 'Gm', 'G#m', 'Am', 'Bbm', 'Bm'] as const
export type MusicalKey = (typeof musicalKeys)[number]
