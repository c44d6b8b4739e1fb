import { z } from 'zod'
import { listInvitations, listPeople, inviteMember, readPersonOfUser, revokeInvitation, type OpenInvitation, type Person } from '#modules/tenancy/index.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { id, idParam, instant, one, page } from '../common.schema.ts'
import { cursorOf, writeCursor } from '../cursor.ts'
import { endpoint } from '../endpoint.ts'

const roles = ['owner', 'admin', 'instructor', 'assistant', 'student', 'guardian'] as const
const person = z
  .object({
    userId: id('The person. Webhooks, enrolments and orders name people by this id.'),
    membershipId: id('Their membership in this school.'),
    name: z.string().meta({ description: 'Empty for those who never gave one.', example: 'Mei Tanaka' }),
    email: z.string().nullable().meta({ description: 'Null for children without an address.', example: 'mei@example.com' }),
    role: z.enum(roles).meta({ example: 'student' }),
    title: z.string().meta({ description: 'What they do here, in the school’s words.', example: '' }),
    joinedAt: instant('When they became one of the school’s people.'),
  })
  .meta({ id: 'Person' })

/** Whoever holds a key could else make themselves an administrator. */
const invitedRoles = ['student', 'assistant', 'instructor'] as const
const invitation = z
  .object({
    id: id('The invitation.'),
    email: z.string().meta({ example: 'new@example.com' }),
    role: z.enum(roles).meta({ example: 'student' }),
    sentAt: instant('When the mail was last asked for.'),
    expiresAt: instant('Until when its link works.'),
  })
  .meta({ id: 'Invitation' })

const personView = ({ joinedAt, ...rest }: Person) => ({ ...rest, joinedAt: joinedAt.toISOString() })
const invitationView = ({ sentAt, expiresAt, ...rest }: OpenInvitation) => ({ ...rest, sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString() })

export const peopleEndpoints = [
  endpoint({
    method: 'get', path: '/people', scope: 'people:read', group: 'People',
    summary: 'List people',
    description: 'The people of the school by name, 50 a page.',
    query: z.object({
      group: z.enum(['all', 'team', 'students']).default('all').meta({ description: 'Everybody, those who run the school, or students and guardians.', example: 'students' }),
      search: z.string().max(100).default('').meta({ description: 'Part of a name or an address.', example: 'mei' }),
      after: cursorOf('people'),
    }),
    answers: { 200: { description: 'A page of people.', schema: page(person) } },
    faults: [],
    async run(ctx, { query }) {
      const { people, nextCursor } = await listPeople(ctx, { group: query.group, search: query.search, cursor: query.after ?? null })
      return { status: 200, body: { data: people.map(personView), nextCursor: writeCursor('people', nextCursor) } }
    },
  }),
  endpoint({
    method: 'get', path: '/people/{id}', scope: 'people:read', group: 'People',
    summary: 'Read a person',
    description: 'One of the school’s people by `userId`.',
    params: idParam,
    answers: { 200: { description: 'The person.', schema: one(person) } },
    faults: [],
    run: async (ctx, { params }) => ({ status: 200, body: { data: personView(await readPersonOfUser(ctx, params.id)) } }),
  }),
  endpoint({
    method: 'get', path: '/invitations', scope: 'people:write', group: 'Invitations',
    summary: 'List invitations',
    description: 'Invitations that wait for an answer, the newest first, at most 200.',
    answers: { 200: { description: 'The open invitations.', schema: page(invitation) } },
    faults: [],
    run: async (ctx) => ({ status: 200, body: { data: (await listInvitations(ctx, { limit: 200 })).invitations.map(invitationView), nextCursor: null } }),
  }),
  endpoint({
    method: 'post', path: '/invitations', scope: 'people:write', group: 'Invitations',
    summary: 'Invite somebody',
    description: 'Sends an invitation by mail, in the name of the person who made the key. Administrators are invited in the studio alone.',
    body: z.strictObject({
      email: z.string().trim().toLowerCase().max(254).pipe(z.email('Enter an e-mail address, like name@example.com.')).meta({ description: 'To whom it goes.', example: 'new@example.com' }),
      role: z.enum(invitedRoles).default('student').meta({ description: 'What they become on accepting.', example: 'student' }),
    }),
    answers: { 201: { description: 'The invitation; its mail is on its way.', schema: one(invitation) } },
    faults: ['idempotency-key-reused'],
    async run(ctx, { body }) {
      const { invitationId } = await inviteMember(ctx, body)
      const made = (await listInvitations(ctx)).invitations.find((open) => open.id === invitationId)
      if (!made) throw new NotFound(`the invitation ${invitationId} that was made is not to be seen`)
      return { status: 201, body: { data: invitationView(made) } }
    },
  }),
  endpoint({
    method: 'delete', path: '/invitations/{id}', scope: 'people:write', group: 'Invitations',
    summary: 'Take an invitation back',
    description: 'Its link stops working at once.',
    params: idParam,
    answers: { 204: { description: 'It is taken back.', schema: null } },
    faults: [],
    async run(ctx, { params }) {
      await revokeInvitation(ctx, params.id)
      return { status: 204, body: null }
    },
  }),
]
