import { listPeople, readListedFields, type Person } from '#modules/tenancy/index.ts'
import { writeCell } from '#modules/tenancy/fields/field.schema.ts'
import { requestContext } from '../../request-context.ts'
import { requireStudio } from '../../require-viewer.ts'
import { answering } from '../../respond.ts'
import { csvAnswer } from '../csv-answer.ts'
import type { Route } from './+types/people-csv.ts'
import { readWantedPeople } from './wanted-people.ts'

const peopleMax = 20_000

/** The people that the list shows as a table for other programs, with what the school's own fields hold; sent back as a file of people, it fills them in. */
export const loader = answering(async ({ request, context }: Route.LoaderArgs) => {
  const { ctx } = await requireStudio(context, request, 'people.read')
  const wanted = readWantedPeople(request)
  const people: Person[] = []
  for (let cursor: string | null = null; people.length < peopleMax; ) {
    const page = await listPeople(ctx, { ...wanted, cursor })
    people.push(...page.people)
    cursor = page.nextCursor
    if (!cursor) break
  }
  const { fields, values } = await readListedFields(ctx, people.map(({ membershipId }) => membershipId))
  const lines = people.map(({ membershipId, name, email, role, title, joinedAt }) => ({
    Name: name,
    'E-mail': email,
    Role: role,
    Title: title,
    Since: joinedAt.toISOString().slice(0, 10),
    ...Object.fromEntries(fields.map((field) => [field.label, writeCell(field, values.get(membershipId)?.get(field.id) ?? [])])),
  }))
  return csvAnswer(`${context.get(requestContext).tenant?.slug ?? 'school'}-people.csv`, lines)
})
