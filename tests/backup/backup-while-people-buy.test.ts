import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { backupInstallation } from '../../bin/parts/backup-installation.ts'
import { restoreInstallation } from '../../bin/parts/restore-installation.ts'
import { useFaultGround } from '../faults/harness.ts'
import { waitFor } from '../faults/programs.ts'
import { expectInTheEnd, sold } from '../faults/purchase-books.ts'
import { beginToBuy, openShop, pay, type Rows } from '../faults/purchase-shop.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { useEmptyPlaces } from './empty-place.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const places = useEmptyPlaces()
const rows: Rows = async (text, values) => (await database().superuser.query(text, values)).rows
const seen = { backups: 0, bought: 0, meanwhile: 0, restored: 0, finished: 0 }
afterAll(() => console.log(`faults: ${seen.backups} backups while ${seen.bought} people bought, ${seen.meanwhile} orders came between their beginnings and ends; of ${seen.restored} orders restored ${seen.finished} were finished there`))

/** What must be true of any single moment: whoever copies tables one after another finds it broken. */
const atOneMoment = `
  select 'an order without its sale' as fault, o.id::text from orders o
    where not exists (select from ledger_transactions t where t.organization_id = o.organization_id and t.order_id = o.id and t.kind = 'sale')
  union all select 'a sale that does not sum to nothing', transaction_id::text from ledger_entries group by transaction_id having sum(amount_cents) <> 0
  union all select 'an order of which nobody is told', o.id::text from orders o
    where not exists (select from outbox_events e where e.organization_id = o.organization_id and e.name = 'order.paid' and e.payload ->> 'orderId' = o.id::text)
  union all select 'a fact that is told without its order', e.id::text from outbox_events e
    where e.name = 'order.paid' and not exists (select from orders o where o.organization_id = e.organization_id and o.id::text = e.payload ->> 'orderId')
  union all select 'a paid event that had no effect', w.id::text from webhook_events w
    where w.status = 'completed' and w.event_type = 'checkout.session.completed' and not exists (
      select from checkouts c join orders o on o.organization_id = c.organization_id and o.checkout_id = c.id where c.id::text = w.payload #>> '{data,object,client_reference_id}')`

it('is of one moment, and the restored installation finishes what was under way in it', { timeout: 180_000 }, async () => {
  const stripe = await ground().startStripe()
  const web = await ground().startWeb()
  const worker = await ground().startWorker()
  const shop = await openShop(database(), stripe, web)
  const dataDir = join(places.folder(), 'data')
  mkdirSync(dataDir)
  // Thirty is what one address may begin in ten minutes.
  const emails = Array.from({ length: 30 }, (_, number) => `buyer-${number}@test.example`)
  const waiting: { email: string; page: string }[] = []
  for (const email of emails) waiting.push({ email, page: await beginToBuy(web, shop, email) })
  const bought: string[] = []
  const payOne = async () => {
    const next = waiting.shift()
    if (!next) return
    await pay(next.page, next.email)
    bought.push(next.email)
    // Whoever pays is followed by the next when their order is there: so orders come all the while.
    await waitFor(async () => (await orders()) >= bought.length)
  }
  const orders = async () => Number((await rows('select count(*) as count from orders'))[0]?.count)
  for (let number = 0; number < 5; number += 1) await payOne()

  const backups: string[] = []
  while (waiting.length > 0) {
    const folder = join(places.folder(), 'backup')
    const before = await orders()
    let isOpen = true
    const buyers = (async () => {
      while (isOpen && waiting.length) await payOne()
    })()
    await backupInstallation({ source: database().source, dataDir, folder, withSecret: true, say: () => {} })
    isOpen = false
    const meanwhile = (await orders()) - before
    if (meanwhile > 0) backups.push(folder)
    seen.meanwhile += meanwhile
    await buyers
  }
  expect(backups.length).toBeGreaterThan(2)
  seen.backups = backups.length
  await expectInTheEnd({ rows, stripe, shop, describe: worker.output }, Object.fromEntries(bought.map((email) => [email, sold])))
  seen.bought = bought.length

  for (const folder of backups.slice(0, 3)) {
    const place = await places.make()
    await restoreInstallation({ folder, dataDir: place.dataDir, appSecret: undefined, isSecretNew: false, withDatabase: (work) => work(place.source), say: () => {} })
    expect((await place.superuser.query(atOneMoment)).rows).toEqual([])
    seen.restored += (await place.superuser.query('select from orders')).rowCount ?? 0
  }

  // The last of them goes on: everybody whose event was in it learns.
  const place = await places.make()
  const last = backups.at(-1) ?? ''
  await restoreInstallation({ folder: last, dataDir: place.dataDir, appSecret: undefined, isSecretNew: false, withDatabase: (work) => work(place.source), say: () => {} })
  const there = await ground().startWorker({ DATABASE_URL: place.source.databaseUrl, DATA_DIR: place.dataDir })
  const count = async (question: string) => Number((await place.superuser.query(question)).rows[0]?.count)
  await waitFor(async () => (await count(`select (select count(*) from webhook_events where status <> 'completed') + (select count(*) from outbox_deliveries where status <> 'completed') + (select count(*) from outbox_events where fanned_out_at is null) as count`)) === 0, 60_000, there.output)
  expect((await place.superuser.query(atOneMoment)).rows).toEqual([])
  const [ordersThere, enrolmentsThere] = [await count('select count(*) from orders'), await count(`select count(*) from enrolments where status = 'active'`)]
  expect(enrolmentsThere).toBe(ordersThere)
  seen.finished = ordersThere
  const { figures } = JSON.parse(readFileSync(join(last, 'manifest.json'), 'utf8')) as { figures: Record<string, string> }
  expect(ordersThere).toBeGreaterThanOrEqual(Number(figures.orders))
  expect(readdirSync(place.dataDir)).toContain('app-secret')
})
