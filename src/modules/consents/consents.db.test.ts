import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../tests/support/builders.ts'
import { tenantCtx } from '../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import type { Tx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { InvalidInput, NotAllowed, NotFound } from '#platform/errors/app-error.ts'
import type { DocumentInput } from './documents/document.schema.ts'
import { NothingToPublish, NotToBeAnswered } from './errors.ts'
import { answerOwed, archiveDocument, changeOwnAnswer, claimAnswersOnPayment, createDocument, discardDraft, forgetAnswers, listDocuments, listOwnAnswers, noteCheckoutAnswers, publishDocument, readAnswersOf, readAskedAtCheckout, readDocument, readOwed, readOwnAnswers, readPublicDocument, requireTicks, saveDocument } from './index.ts'

const database = useTestDatabase()
const day = 86_400_000
const terms: DocumentInput = { title: 'Terms', bodyHtml: '<p>Be <strong>kind</strong>.</p><script>alert(1)</script>', weight: 'required', atEntry: true, atCheckout: true }
const photos: DocumentInput = { title: 'Photos', bodyHtml: '<p>We may show you.</p>', weight: 'optional', atEntry: true, atCheckout: false }

async function arrange() {
  const { organizationId, ownerId } = await buildSchool(database(), `s-${v7().slice(-10)}`)
  const mei = await buildUser(database(), 'Mei')
  await buildMembership(database(), organizationId, mei, 'student')
  const at = (userId: string | null, now = Date.now()) => ({ ...tenantCtx(database(), organizationId, userId), clock: { now: () => new Date(now) } })
  return { organizationId, ownerId, mei, owner: at(ownerId), student: at(mei), visitor: at(null), at }
}

type Place = Awaited<ReturnType<typeof arrange>>

async function publish({ owner }: Place, input: DocumentInput, more = { changeNote: '', days: 14 }) {
  const documentId = await createDocument(owner, input)
  await publishDocument(owner, documentId, more)
  return documentId
}

const ticksFor = async (place: Place) => new Map((await readOwed(place.student)).documents.map(({ documentId, versionId }) => [documentId, versionId]))
const inSystem = <T>(work: (tx: Tx) => Promise<T>) => asSystem(database().pools.system, ({ tx }) => work(tx))
const system = () => ({ inSystem })
const ask = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows

async function beginCheckout({ organizationId }: Place, userId: string | null): Promise<string> {
  const { courseId } = await buildCourse(database(), organizationId)
  const [offerId, checkoutId] = [v7(), v7()]
  await ask(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency) values ($1, $2, 'course', $3, 'Piano', 8900, 'eur')`, [organizationId, offerId, courseId])
  await ask(
    `insert into checkouts (organization_id, id, offer_id, user_id, email, token_hash, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents) values ($1, $2, $3, $4, 'new@test.example', 'a hash', 'Piano', 'course', $5, 8900, 'eur', 1000, 890)`,
    [organizationId, checkoutId, offerId, userId, courseId],
  )
  return checkoutId
}

describe('a document', () => {
  it('is seen by nobody while it is a draft, and is cleaned on its way in', async () => {
    const place = await arrange()
    const documentId = await createDocument(place.owner, terms)
    await expect(readPublicDocument(place.visitor, documentId, null)).rejects.toBeInstanceOf(NotFound)
    expect((await readOwed(place.student)).documents).toEqual([])
    await publishDocument(place.owner, documentId, { changeNote: '', days: 0 })
    expect((await readPublicDocument(place.visitor, documentId, null)).version).toMatchObject({ number: 1, title: 'Terms', bodyHtml: '<p>Be <strong>kind</strong>.</p>' })
  })

  it('keeps each published version as it was, whoever asks to change it', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    await saveDocument(place.owner, documentId, { ...terms, bodyHtml: '<p>Be kinder.</p>' })
    expect((await readPublicDocument(place.visitor, documentId, null)).version.bodyHtml).toContain('kind</strong>')
    await publishDocument(place.owner, documentId, { changeNote: 'Kinder', days: 0 })
    expect((await readPublicDocument(place.visitor, documentId, 1)).version.bodyHtml).toContain('kind</strong>')
    expect(await readPublicDocument(place.visitor, documentId, null)).toMatchObject({ newest: 2, version: { number: 2, changeNote: 'Kinder' } })
    await expect(ask(`update consent_versions set body_html = 'other' where document_id = $1 and number = 1`, [documentId])).rejects.toThrow('not changed')
  })

  it('is not published without words, nor twice with the same ones', async () => {
    const place = await arrange()
    const empty = await createDocument(place.owner, { ...terms, bodyHtml: '<p> </p>' })
    await expect(publishDocument(place.owner, empty, { changeNote: '', days: 0 })).rejects.toBeInstanceOf(NothingToPublish)
    const documentId = await publish(place, terms)
    await saveDocument(place.owner, documentId, terms)
    await expect(publishDocument(place.owner, documentId, { changeNote: '', days: 0 })).rejects.toBeInstanceOf(NothingToPublish)
    expect((await readDocument(place.owner, documentId)).document.hasDraft).toBe(false)
    expect(await discardDraft(place.owner, empty)).toBe(true)
    expect(await discardDraft(place.owner, documentId)).toBe(false)
  })

  it('is written by those who manage the school', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    const teacher = await buildUser(database(), 'Ines')
    await buildMembership(database(), place.organizationId, teacher, 'instructor')
    await expect(listDocuments(place.at(teacher))).rejects.toBeInstanceOf(NotAllowed)
    await expect(saveDocument(place.student, documentId, terms)).rejects.toBeInstanceOf(NotAllowed)
    const rival = await arrange()
    await expect(saveDocument(rival.owner, documentId, terms)).rejects.toBeInstanceOf(NotFound)
  })
})

describe('who comes to learn', () => {
  it('is asked nothing by a school without documents, and those who work there never are', async () => {
    const place = await arrange()
    expect((await readOwed(place.student)).documents).toEqual([])
    await publish(place, terms)
    expect((await readOwed(place.owner)).documents).toEqual([])
    expect((await readOwed(place.visitor)).documents).toEqual([])
    expect((await readOwed(place.student)).documents).toHaveLength(1)
  })

  it('agrees to what is required, says no to what is not, and is not asked again', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    const photosId = await publish(place, photos)
    const ticks = await ticksFor(place)
    ticks.delete(photosId)
    await expect(answerOwed(place.student, new Map())).rejects.toBeInstanceOf(InvalidInput)
    await answerOwed(place.student, ticks)
    expect((await readOwed(place.student)).documents).toEqual([])
    expect(await readAnswersOf(place.owner, place.mei)).toEqual(expect.arrayContaining([
      expect.objectContaining({ documentId, number: 1, answer: 'agreed', moment: 'entry' }), expect.objectContaining({ documentId: photosId, answer: 'declined' }),
    ]))
  })

  it('is asked again about a new version, and may put it off until it binds', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    await answerOwed(place.student, await ticksFor(place))
    await saveDocument(place.owner, documentId, { ...terms, bodyHtml: '<p>Be kinder.</p>' })
    await publishDocument(place.owner, documentId, { changeNote: 'Kinder', days: 7 })
    expect(await readOwed(place.student)).toMatchObject({ canWait: true, documents: [{ documentId, number: 2, last: { number: 1 } }] })
    expect(await readOwed(place.at(place.mei, Date.now() + 8 * day))).toMatchObject({ canWait: false })
    const late = await buildUser(database(), 'Noah')
    await buildMembership(database(), place.organizationId, late, 'student')
    expect(await readOwed(place.at(late))).toMatchObject({ canWait: false })
  })

  it('agrees to no text that was changed while they read it', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    const read = await ticksFor(place)
    await saveDocument(place.owner, documentId, { ...terms, bodyHtml: '<p>Pay double.</p>' })
    await publishDocument(place.owner, documentId, { changeNote: '', days: 14 })
    const refused = await answerOwed(place.student, read).catch((fault: unknown) => fault)
    expect(refused).toBeInstanceOf(InvalidInput)
    expect((refused as InvalidInput).fieldErrors).toHaveProperty(`agree-${documentId}`)
    expect(await readAnswersOf(place.owner, place.mei)).toEqual([])
  })

  it('takes back what is optional, and nothing that is required', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    const photosId = await publish(place, photos)
    await answerOwed(place.student, await ticksFor(place))
    await changeOwnAnswer(place.student, photosId, { agrees: false })
    await changeOwnAnswer(place.student, photosId, { agrees: false })
    await expect(changeOwnAnswer(place.student, documentId, { agrees: false })).rejects.toBeInstanceOf(NotToBeAnswered)
    expect((await readOwnAnswers(place.student)).find((one) => one.documentId === photosId)?.last?.answer).toBe('withdrawn')
    expect((await readAnswersOf(place.owner, place.mei)).filter((one) => one.documentId === photosId).map(({ answer }) => answer)).toEqual(['withdrawn', 'agreed'])
    expect((await readOwed(place.student)).documents).toEqual([])
  })

  it('counts in the school’s figures, by version', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    await answerOwed(place.student, await ticksFor(place))
    await saveDocument(place.owner, documentId, { ...terms, bodyHtml: '<p>Be kinder.</p>' })
    await publishDocument(place.owner, documentId, { changeNote: '', days: 14 })
    const { document, versions, learners } = await readDocument(place.owner, documentId)
    expect([document.agreed, document.agreedBefore, learners]).toEqual([0, 1, 1])
    expect(versions.map(({ number, agreed, stillAgreed }) => [number, agreed, stillAgreed])).toEqual([[2, 0, 0], [1, 1, 1]])
    await answerOwed(place.student, await ticksFor(place))
    expect((await readDocument(place.owner, documentId)).versions.map(({ agreed, stillAgreed }) => [agreed, stillAgreed])).toEqual([[1, 1], [1, 0]])
    await archiveDocument(place.owner, documentId, { isArchived: true })
    expect((await readOwnAnswers(place.student))).toEqual([])
  })
})

describe('a checkout', () => {
  it('wants the box of what is required, with the text as it stands', async () => {
    const place = await arrange()
    await publish(place, terms)
    const asked = await readAskedAtCheckout(place.visitor)
    expect(() => requireTicks(asked, new Map())).toThrow(InvalidInput)
    expect(() => requireTicks(asked, new Map([[asked[0]?.documentId ?? '', v7()]]))).toThrow(InvalidInput)
    expect(requireTicks(asked, new Map(asked.map(({ documentId, versionId }) => [documentId, versionId])))).toHaveLength(1)
  })

  it('is agreed to by who paid, and by nobody before', async () => {
    const place = await arrange()
    const documentId = await publish(place, terms)
    const agreed = await readAskedAtCheckout(place.visitor)
    const checkoutId = await beginCheckout(place, null)
    await noteCheckoutAnswers({ ...place.visitor, ...system() }, { checkoutId, agreed })
    await noteCheckoutAnswers({ ...place.visitor, ...system() }, { checkoutId, agreed })
    expect((await readDocument(place.owner, documentId)).document.agreed).toBe(0)
    const payload = { orderId: v7(), checkoutId, userId: place.mei, subjectKind: 'course', subjectId: v7(), title: 'Piano', amountCents: 8900, currency: 'eur' }
    const event = { id: v7(), organizationId: place.organizationId, name: 'order.paid', payload, occurredAt: new Date() }
    for (let time = 0; time < 2; time += 1) await inSystem((tx) => claimAnswersOnPayment.hear({ ...place.visitor, ...system() }, tx, event))
    expect(await readAnswersOf(place.owner, place.mei)).toMatchObject([{ documentId, answer: 'agreed', moment: 'checkout' }])
    expect((await readOwed(place.student)).documents).toEqual([])
    expect(await readAskedAtCheckout(place.student)).toEqual([])
  })
})

describe('one’s own data', () => {
  it('holds what was said with the words it was about, and forgets all but what belongs to an order', async () => {
    const place = await arrange()
    await publish(place, terms)
    const agreed = await readAskedAtCheckout(place.student)
    await noteCheckoutAnswers({ ...place.student, ...system() }, { checkoutId: await beginCheckout(place, place.mei), agreed })
    await publish(place, photos)
    await answerOwed(place.student, await ticksFor(place))
    const scope = { userId: place.mei, organizationId: null }
    const listed = await inSystem((tx) => listOwnAnswers(tx, scope))
    expect(listed).toMatchObject([{ document: 'Terms', version: 1, answer: 'agreed', text: expect.stringContaining('kind') as string }, { document: 'Photos', answer: 'agreed' }])
    await inSystem((tx) => forgetAnswers(tx, scope))
    expect((await inSystem((tx) => listOwnAnswers(tx, scope))).map(({ document }) => document)).toEqual(['Terms'])
  })
})
