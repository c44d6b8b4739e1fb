import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** @param id makes an id that is unique for the place where the pages are mounted */
export function peopleRoutes(id: (name: string) => string): RouteConfigEntry[] {
  return [
    route('people', 'studio/people/people.tsx', { id: id('studio/people') }),
    route('people/invite', 'studio/people/invite.tsx', { id: id('studio/people/invite') }),
    route('people/invitations', 'studio/people/invitations.tsx', { id: id('studio/people/invitations') }),
    route('people/import', 'studio/people/import/import-form.tsx', { id: id('studio/people/import') }),
    route('people/import/:importId', 'studio/people/import/import-result.tsx', { id: id('studio/people/import/result') }),
    route('people/import/:importId/faults.csv', 'studio/people/import/import-faults.ts', { id: id('studio/people/import/faults') }),
    route('people/roles', 'studio/people/roles.tsx', { id: id('studio/people/roles') }),
    route('people/people.csv', 'studio/people/people-csv.ts', { id: id('studio/people/csv') }),
    route('people/fields', 'studio/people/fields/fields.tsx', { id: id('studio/people/fields') }),
    route('people/fields/new', 'studio/people/fields/new-field.tsx', { id: id('studio/people/fields/new') }),
    route('people/fields/:fieldId', 'studio/people/fields/field.tsx', { id: id('studio/people/fields/field') }),
    route('people/:membershipId', 'studio/people/person.tsx', { id: id('studio/people/person') }),
    route('people/:membershipId/credits', 'studio/people/credits.tsx', { id: id('studio/people/credits') }),
    route('people/:membershipId/details', 'studio/people/details.tsx', { id: id('studio/people/details') }),
    route('people/:membershipId/profile', 'studio/people/profile.tsx', { id: id('studio/people/profile') }),
    route('profile', 'studio/people/own-profile.ts', { id: id('studio/own-profile') }),
    route('settings', 'studio/settings/settings.tsx', { id: id('studio/settings') }),
    route('settings/languages', 'studio/settings/languages.tsx', { id: id('studio/settings/languages') }),
  ]
}
