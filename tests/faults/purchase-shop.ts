import { request } from 'node:http'
import { v7 } from 'uuid'
import { setPrice, startPayoutSetup, readPayoutState, type CommercePersonCtx } from '../../src/modules/commerce/index.ts'
import { withTenant } from '../../src/platform/db/with-tenant.ts'
import { wire } from '../../src/wiring.ts'
import { buildCourse, buildSchool } from '../support/builders.ts'
import { answerSetup } from '../support/commerce-world.ts'
import { testConfig } from '../support/test-app.ts'
import type { TestDatabase } from '../support/test-database.ts'
import type { WebProgram } from './programs.ts'

/** Asks the database from beside, as its superuser. */
export type Rows = (text: string, values?: unknown[]) => Promise<Record<string, unknown>[]>

/** A school that sells one course for 89 euros, the platform keeping a tenth. */
export interface Shop {
  slug: string
  organizationId: string
  courseId: string
  accountId: string
  /** Where its form is posted to, below the installation's host. */
  checkoutPath: string
  /** Signs the owner in by a link as mails have them; to be opened at the web process. */
  ownerLink: string
}

/**
 * Builds the school and sets up its payouts at the emulator, whose webhooks about this are thrown away: a fail point
 * is then first reached by the purchase.
 *
 * @param web where the web process is or will be
 */
export async function openShop(database: TestDatabase, stripe: { url: string }, web: { url: string }): Promise<Shop> {
  const slug = `shop-${v7().slice(-8)}`
  const host = hostOf(web)
  const app = wire(testConfig(database, { BASE_DOMAIN: host, STRIPE_SECRET_KEY: 'sk_test_emulator', STRIPE_API_URL: stripe.url }))
  try {
    const school = await buildSchool(database, slug)
    const { organizationId, ownerId } = school
    const { courseId } = await buildCourse(database, organizationId)
    await database.superuser.query(`update organizations set currency = 'eur', platform_fee_bps = 1000 where id = $1`, [organizationId])
    const owner: CommercePersonCtx = { ...app.systemCtx, organizationId, userId: ownerId, inTenant: (work) => withTenant(app.pools.web, { organizationId, userId: ownerId }, work) }
    await owner.inTenant(({ tx }) => setPrice(tx, { organizationId, id: v7(), subjectKind: 'course', subjectId: courseId, title: 'Piano', priceCents: 8900, currency: 'eur' }))

    await setFaults(stripe, { webhooks: [{ kind: 'drop', times: null }] })
    const link = await startPayoutSetup(owner, { schoolName: slug, email: `${slug}@test.example`, currency: 'eur', country: 'DE', returnUrl: 'http://127.0.0.1/return', refreshUrl: 'http://127.0.0.1/refresh' })
    await answerSetup(link.url, 'complete')
    await readPayoutState(owner, { isFresh: true })
    await setFaults(stripe, {})

    const found = await database.superuser.query(
      `select c.slug, p.provider_account_id as account, u.email from courses c, payout_accounts p, users u where c.id = $1 and p.organization_id = $2 and u.id = $3`,
      [courseId, organizationId, ownerId],
    )
    const { slug: courseSlug, account, email } = found.rows[0]
    const ownerLink = await app.identity.createSignInLink({ email, callbackUrl: `http://${host}/s/${slug}/studio`, expiresInSeconds: 600 })
    return { slug, organizationId, courseId, accountId: account, checkoutPath: `/s/${slug}/courses/${courseSlug}/checkout`, ownerLink }
  } finally {
    await app.close()
  }
}

/** What a browser sees; `broken` when the line ended before there was an answer. */
export interface Seen {
  status: number | 'broken'
  location: string
  cookie: string
  body: string
  tookMs: number
}

const hangMs = 20_000

/**
 * Asks the web process as a browser would that knows it by its name.
 *
 * @throws when there is no answer within 20 seconds: that is the one thing that may never be
 */
export function visit(web: { url: string }, path: string, options: { form?: Record<string, string>; cookie?: string } = {}): Promise<Seen> {
  const host = hostOf(web)
  const body = options.form && new URLSearchParams(options.form).toString()
  const headers = {
    host,
    ...(options.cookie ? { cookie: options.cookie } : {}),
    ...(body === undefined ? {} : { origin: `http://${host}`, 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const startedAt = Date.now()
  return new Promise((done, fail) => {
    const seen: Seen = { status: 'broken', location: '', cookie: '', body: '', tookMs: 0 }
    const end = () => done({ ...seen, tookMs: Date.now() - startedAt })
    const sent = request(`${web.url}${path}`, { method: body === undefined ? 'GET' : 'POST', agent: false, headers }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => (seen.body += text))
      answer.once('error', end)
      answer.once('end', () => {
        seen.status = answer.statusCode ?? 'broken'
        seen.location = answer.headers.location ?? ''
        seen.cookie = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
        end()
      })
    })
    const hang = setTimeout(() => {
      fail(new Error(`${path} was not answered within ${hangMs} ms`))
      sent.destroy()
    }, hangMs)
    sent.once('error', end)
    sent.once('close', () => clearTimeout(hang))
    sent.end(body)
  })
}

/** Opens the checkout's page, for the cookie that makes a second press the same attempt. */
export async function openForm(web: { url: string }, shop: Shop): Promise<string> {
  const page = await visit(web, shop.checkoutPath)
  if (page.status !== 200) throw new Error(`the checkout's page answered ${page.status}`)
  return page.cookie
}

/** Goes the way of a buyer from the form to the payment page. Returns the address of that page. */
export async function beginToBuy(web: { url: string }, shop: Shop, email: string): Promise<string> {
  const cookie = await openForm(web, shop)
  const answer = await visit(web, shop.checkoutPath, { form: { email }, cookie })
  if (answer.status !== 303 || !answer.location.includes('/c/pay/')) throw new Error(`the checkout answered ${answer.status} ${answer.location}`)
  return answer.location
}

/** Presses the payment page's button. From then on the buyer has paid, whatever happens to us. */
export async function pay(paymentPage: string, email: string): Promise<void> {
  const answer = await fetch(paymentPage, { method: 'POST', body: new URLSearchParams({ choice: 'pay', email, name: 'Mei Tanaka' }), redirect: 'manual' })
  if (answer.status !== 303) throw new Error(`the payment page answered ${answer.status}`)
}

/** Buys at the web process: form, payment page, paid. */
export async function buy(web: { url: string }, shop: Shop, email: string): Promise<void> {
  await pay(await beginToBuy(web, shop, email), email)
}

/** Signs the owner in. Returns their cookie. */
export async function signInOwner(web: WebProgram, shop: Shop): Promise<string> {
  const link = new URL(shop.ownerLink)
  const { status, cookie } = await visit(web, `${link.pathname}${link.search}`)
  if (!cookie) throw new Error(`the owner's link answered ${status} and no cookie`)
  return cookie
}

/** Replaces the emulator's faults; `{}` clears them. */
export async function setFaults(stripe: { url: string }, faults: object): Promise<void> {
  await askEmulator(stripe, '/_emulator/faults', faults)
}

/** Reads from the emulator's own door, or posts to it. */
export async function askEmulator<T>(stripe: { url: string }, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${stripe.url}${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {})
  if (!answer.ok) throw new Error(`the emulator answered ${answer.status} at ${path}: ${await answer.text()}`)
  return (await answer.json()) as T
}

function hostOf(web: { url: string }): string {
  return `coursecove.localhost:${new URL(web.url).port}`
}
