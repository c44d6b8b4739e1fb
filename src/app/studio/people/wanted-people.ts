import type { PeopleGroup } from '#modules/tenancy/index.ts'

/** The parts of the list, in the order of the choice. */
export const peopleGroups: readonly PeopleGroup[] = ['all', 'team', 'students']

/** Which people an address of the list asks for; what it says wrongly counts as not said. */
export function readWantedPeople(request: Request): { group: PeopleGroup; search: string; field: { id: string; word: string } | null } {
  const { searchParams } = new URL(request.url)
  const found = /^([0-9a-f-]{36})\.(.{1,80})$/i.exec(searchParams.get('field') ?? '')
  return {
    group: peopleGroups.find((known) => known === searchParams.get('group')) ?? 'all',
    search: searchParams.get('search') ?? '',
    field: found?.[1] && found[2] ? { id: found[1], word: found[2] } : null,
  }
}
