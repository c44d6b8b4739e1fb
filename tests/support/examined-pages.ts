/** The two looks of every page. */
export const looks = ['light', 'dark'] as const
export type Look = (typeof looks)[number]

/** Which kinds of pages a journey visited, and which of them were examined in which look. */
export class ExaminedPages {
  /** Each kind with who came there first, and where. */
  readonly #visited = new Map<string, string>()
  readonly #examined = { light: new Set<string>(), dark: new Set<string>() }

  visit(kind: string, by: string): void {
    if (!this.#visited.has(kind)) this.#visited.set(kind, by)
  }

  examine(kind: string, look: Look): void {
    this.#examined[look].add(kind)
  }

  /** What nobody looked at, in words. A journey that examines nothing at all is about something else. */
  gaps(): string[] {
    if (this.#examined.light.size === 0) return []
    return [...this.#visited].flatMap(([kind, by]) => looks.filter((look) => !this.#examined[look].has(kind)).map((look) => `${kind} in ${look}, visited by ${by}`))
  }

  /** How many kinds were looked at in both looks. */
  get examinedCount(): number {
    return [...this.#examined.light].filter((kind) => this.#examined.dark.has(kind)).length
  }
}
