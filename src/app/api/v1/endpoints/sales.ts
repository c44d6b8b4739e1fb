import { z } from 'zod'
import { listCoupons, listOrders, readOrder, type Order } from '#modules/commerce/index.ts'
import { listEndpoints } from '#modules/webhooks/index.ts'
import { cents, currency, id, idParam, instant, one, page } from '../common.schema.ts'
import { cursorOf, writeCursor } from '../cursor.ts'
import { endpoint } from '../endpoint.ts'

const subject = { subjectKind: z.string().meta({ description: 'What kind of thing it is about.', example: 'course' }), subjectId: id('Which one.') }
const order = z
  .object({
    id: id('The order.'),
    number: z.int().meta({ description: 'As receipts say it.', example: 1042 }),
    status: z.enum(['paid', 'refunding', 'partly-refunded', 'refunded']).meta({ example: 'paid' }),
    userId: id('Who bought.'),
    buyerName: z.string().meta({ example: 'Mei Tanaka' }),
    buyerEmail: z.string().meta({ example: 'mei@example.com' }),
    title: z.string().meta({ description: 'What was bought, as it was called that day.', example: 'Piano for beginners' }),
    ...subject,
    currency,
    grossCents: cents('What was paid'),
    discountCents: cents('What a coupon took off before'),
    couponCode: z.string().nullable().meta({ example: null }),
    platformFeeCents: cents('The installation’s share'),
    processorFeeCents: cents('The payment provider’s fee; null until it is known').nullable(),
    refundedCents: cents('What was given back'),
    placedAt: instant('When it was paid.'),
  })
  .meta({ id: 'Order' })

const discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), percentBps: z.int().meta({ description: 'Hundredths of a per cent.', example: 2000 }) }),
  z.object({ kind: z.literal('fixed'), amountCents: cents('What it takes off'), currency }),
])
const day = (description: string) => z.iso.date().nullable().meta({ description: `${description}, in the school’s calendar; null for none.`, example: null })
const count = (description: string) => z.int().nullable().meta({ description: `${description}; null is without end.`, example: 10 })
const coupon = z
  .object({
    id: id('The coupon.'),
    code: z.string().meta({ example: 'AUTUMN' }),
    discount,
    subjects: z.array(z.object(subject)).nullable().meta({ description: 'What it is for; null is everything that is sold.' }),
    usesMax: count('How many uses there are'),
    usesPerPersonMax: count('How many for one person'),
    startsOn: day('The first day'),
    endsOn: day('The last day'),
    isArchived: z.boolean().meta({ example: false }),
  })
  .meta({ id: 'Coupon' })

const webhookEndpoint = z
  .object({
    id: id('The endpoint.'),
    url: z.string().meta({ example: 'https://example.com/webhooks' }),
    description: z.string().meta({ example: 'Our bookkeeping' }),
    facts: z.array(z.string()).meta({ description: 'What it is told.', example: ['order.paid'] }),
    state: z.enum(['on', 'off', 'gone', 'failing']).meta({ description: 'gone: it answered 410. failing: nothing got through for days.', example: 'on' }),
    delivered: z.int().meta({ description: 'Messages of the last 30 days that got through.', example: 120 }),
    failed: z.int().meta({ description: 'Messages that were given up.', example: 0 }),
  })
  .meta({ id: 'WebhookEndpoint' })

const orderView = ({ placedAt, ...rest }: Order) => ({ ...rest, placedAt: placedAt.toISOString() })

export const salesEndpoints = [
  endpoint({
    method: 'get', path: '/orders', scope: 'orders:read', group: 'Orders',
    summary: 'List orders',
    description: 'Orders, newest first, 50 a page.',
    query: z.object({ after: cursorOf('orders').pipe(z.uuid('This is no cursor of the list of orders.').optional()) }),
    answers: { 200: { description: 'A page of orders.', schema: page(order) } },
    faults: [],
    async run(ctx, { query }) {
      const { orders, older } = await listOrders(ctx, { before: query.after ?? null, after: null })
      return { status: 200, body: { data: orders.map(orderView), nextCursor: writeCursor('orders', older) } }
    },
  }),
  endpoint({
    method: 'get', path: '/orders/{id}', scope: 'orders:read', group: 'Orders',
    summary: 'Read an order',
    description: 'One order.',
    params: idParam,
    answers: { 200: { description: 'The order.', schema: one(order) } },
    faults: [],
    run: async (ctx, { params }) => ({ status: 200, body: { data: orderView((await readOrder(ctx, params.id)).order) } }),
  }),
  endpoint({
    method: 'get', path: '/coupons', scope: 'coupons:read', group: 'Coupons',
    summary: 'List coupons',
    description: 'Coupons, newest first, 50 a page.',
    query: z.object({
      archived: z.enum(['true', 'false']).default('false').meta({ description: 'Those that were put away instead of those in use.', example: 'false' }),
      after: cursorOf('coupons').pipe(z.uuid('This is no cursor of the list of coupons.').optional()),
    }),
    answers: { 200: { description: 'A page of coupons.', schema: page(coupon) } },
    faults: [],
    async run(ctx, { query }) {
      const { coupons, nextCursor } = await listCoupons(ctx, { isArchived: query.archived === 'true', after: query.after ?? null })
      return { status: 200, body: { data: coupons.map(({ archivedAt, ...rest }) => ({ ...rest, isArchived: archivedAt !== null })), nextCursor: writeCursor('coupons', nextCursor) } }
    },
  }),
  endpoint({
    method: 'get', path: '/webhook-endpoints', scope: 'webhooks:read', group: 'Webhook endpoints',
    summary: 'List webhook endpoints',
    description: 'Where the school’s facts are sent, the oldest first. They are added and changed in the studio, where their secrets are shown.',
    answers: { 200: { description: 'The endpoints; there are at most ten.', schema: page(webhookEndpoint) } },
    faults: [],
    run: async (ctx) => ({ status: 200, body: { data: await listEndpoints(ctx), nextCursor: null } }),
  }),
]
