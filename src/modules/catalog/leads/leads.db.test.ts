import { describe, expect, it } from 'vitest'
import { buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { buildFile } from '../../../../tests/support/product-steps.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { addVersionFile, createProduct, publishProduct, readProductBuilder, releaseVersion, updateProduct } from '../index.ts'
import { confirmLead, fetchLeadFile, readLead, stopLead } from './follow-lead-link.ts'
import { forgetLeads, listLeads, removeLead } from './manage-leads.ts'
import { requestFreeDownload } from './request-free-download.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows

async function arrange(slug: string) {
  const school = await world().buildSeller(slug)
  const owner = world().ctx(school.organizationId, school.ownerId)
  const product = await createProduct(owner, { title: 'Ten warm-ups', kind: 'lead-magnet' })
  const versionId = (await readProductBuilder(owner, product.productId)).versions[0]?.id ?? ''
  const fileId = await buildFile(database(), school, 'warm-ups.pdf')
  await addVersionFile(owner, { productId: product.productId, versionId, fileId })
  await releaseVersion(owner, { productId: product.productId, versionId })
  await publishProduct(owner, { productId: product.productId, status: 'published' })
  const { systemCtx, config } = world().app
  const origin = `http://${slug}.test`
  const ask = (email: string, from = email) =>
    requestFreeDownload({ ...systemCtx, organizationId: school.organizationId, appSecret: config.appSecret, school: { name: slug, brandColour: '#123456', locale: 'en' }, origin }, { slug: product.slug, email, from })
  const visit = { ...systemCtx, organizationId: school.organizationId, linkConfig: config }
  const linksOf = async (email: string) => {
    const [mail] = await rows(`select text_body from mail_messages where organization_id = $1 and lower(to_address) = $2 order by created_at desc limit 1`, [school.organizationId, email.toLowerCase()])
    const tokens = [...String(mail?.text_body).matchAll(/\/free\/(\S+)/g)].map((found) => found[1] ?? '')
    return { stop: tokens[0] ?? '', files: tokens[1] ?? '' }
  }
  return { school, owner, ...product, fileId, ask, visit, linksOf }
}

describe('a free download for an address', () => {
  it('opens by the link in the mail alone, and keeps the words that were agreed to', async () => {
    const { owner, productId, slug, fileId, ask, visit, linksOf } = await arrange('leads')
    await ask('Mia@test.example')
    const { files } = await linksOf('mia@test.example')
    expect(await readLead(visit, files)).toMatchObject({ purpose: 'files', lead: { email: 'Mia@test.example', confirmedAt: null } })
    await expect(fetchLeadFile(visit, files, fileId)).rejects.toMatchObject({ status: 404 })

    await confirmLead(visit, files)
    expect(await fetchLeadFile(visit, files, fileId)).toMatch(/^http:\/\/files\./)
    await updateProduct(owner, { productId, title: 'Ten warm-ups', slug, summary: '', descriptionHtml: '', givesLicenceKeys: false, answersLicenceChecks: false, downloadsMax: null, consentText: 'Other words.' })
    const { leads, counts } = await listLeads(owner, { productId, before: null })
    expect(leads).toMatchObject([{ email: 'Mia@test.example', consentText: 'Send me “Ten warm-ups”. leads may write to me by e-mail now and then, until I say stop.' }])
    expect(counts).toEqual({ asked: 1, subscribed: 1, unsubscribed: 0 })
  })

  it('asked for again is the same lead, agrees to the words of today, and a mail each time', async () => {
    const { school, owner, productId, ask } = await arrange('again')
    await ask('twice@test.example')
    await ask('TWICE@test.example')
    expect((await listLeads(owner, { productId, before: null })).leads).toHaveLength(1)
    expect(await rows(`select 1 from mail_messages where organization_id = $1 and kind = 'free-download'`, [school.organizationId])).toHaveLength(2)
    await ask('twice@test.example')
    await expect(ask('twice@test.example', 'another line')).rejects.toMatchObject({ status: 429 })
  })

  it('ends its mails by one press, and that can be taken back; the files stay', async () => {
    const { owner, productId, fileId, ask, visit, linksOf } = await arrange('stops')
    await ask('stop@test.example')
    const { files, stop } = await linksOf('stop@test.example')
    await confirmLead(visit, files)
    await readLead(visit, stop)
    expect((await listLeads(owner, { productId, before: null })).counts.unsubscribed).toBe(0)
    await stopLead(visit, stop, { isStopped: true })
    expect((await listLeads(owner, { productId, before: null })).counts).toEqual({ asked: 1, subscribed: 0, unsubscribed: 1 })
    expect(await fetchLeadFile(visit, files, fileId)).toContain('http')
    await stopLead(visit, stop, { isStopped: false })
    expect((await listLeads(owner, { productId, before: null })).counts.subscribed).toBe(1)
    await expect(confirmLead(visit, stop)).rejects.toMatchObject({ status: 404 })
  })

  it('is another school’s nothing: neither its link nor its list', async () => {
    const { owner, school, productId, fileId, ask, visit, linksOf } = await arrange('leads-own')
    const rival = await arrange('leads-rival')
    await ask('own@test.example')
    const { files } = await linksOf('own@test.example')
    await confirmLead(visit, files)
    await expect(readLead(rival.visit, files)).rejects.toMatchObject({ status: 404 })
    await expect(fetchLeadFile(visit, files, rival.fileId)).rejects.toMatchObject({ status: 404 })
    expect((await listLeads(rival.owner, { productId, before: null })).leads).toEqual([])
    const [lead] = (await listLeads(owner, { productId, before: null })).leads
    await expect(removeLead(rival.owner, { productId, leadId: lead?.id ?? '' })).rejects.toMatchObject({ status: 404 })
    const teacher = await buildUser(database(), 'Teacher')
    await buildMembership(database(), school.organizationId, teacher, 'instructor')
    await expect(listLeads(world().ctx(school.organizationId, teacher), { productId, before: null })).rejects.toMatchObject({ status: 403 })
    expect(fileId).not.toBe(rival.fileId)
  })

  it('is forgotten by the school, and with the account of whoever proved the address', async () => {
    const { owner, productId, ask, visit, linksOf } = await arrange('forgets')
    await ask('one@test.example')
    await ask('two@test.example')
    const { files } = await linksOf('one@test.example')
    const one = (await listLeads(owner, { productId, before: null })).leads.find(({ email }) => email.startsWith('one'))
    await removeLead(owner, { productId, leadId: one?.id ?? '' })
    await expect(readLead(visit, files)).rejects.toMatchObject({ status: 404 })
    await visit.inSystem((tx) => forgetLeads(tx, { email: { address: 'TWO@test.example', isProven: false } }))
    expect((await listLeads(owner, { productId, before: null })).counts.asked).toBe(1)
    await visit.inSystem((tx) => forgetLeads(tx, { email: { address: 'TWO@test.example', isProven: true } }))
    expect((await listLeads(owner, { productId, before: null })).counts.asked).toBe(0)
  })
})
