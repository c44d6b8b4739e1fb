import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import type { Tx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { InvalidInput, NotAllowed, NotFound } from '#platform/errors/app-error.ts'
import { acceptInvitation, applyImport, changeField, changeFieldsOf, changeOwnFields, checkPeopleFile, defineField, deleteValuesOf, listDefinedFields, listFaultyRows, listOwnValues, listPeople, readFieldsOf, readImport, readListedFields, readOwnFields, removeField, sendImport, takeBackImport } from '../index.ts'
import { invitationToken } from '../invitations/invitation-token.ts'
import { fieldForm, readCell, shownInLine, whyNotFits, writeCell, type CustomField, type FieldInput } from './field.schema.ts'

const database = useTestDatabase()
const inSystem = <T>(work: (tx: Tx) => Promise<T>) => asSystem(database().pools.system, ({ tx }) => work(tx))
const ask = async <Row = Record<string, unknown>>(text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows as Row[]

const instrument: FieldInput = { label: 'Instrument', hint: '', kind: 'choice', choices: ['Piano', 'Violin'], access: 'edits', isRequired: true, isListed: true }
const note: FieldInput = { label: 'Note', hint: '', kind: 'text', choices: [], access: 'staff', isRequired: false, isListed: false }

async function arrange() {
  const { organizationId, ownerId } = await buildSchool(database(), `s-${v7().slice(-10)}`)
  const mei = await buildUser(database(), 'Mei')
  const membershipId = await buildMembership(database(), organizationId, mei, 'student')
  const at = (userId: string | null) => ({ ...tenantCtx(database(), organizationId, userId), inSystem })
  return { organizationId, ownerId, mei, membershipId, owner: at(ownerId), student: at(mei), at }
}

const saying = (words: Record<string, string[]>) => (field: CustomField) => words[field.id] ?? []

describe('a field', () => {
  it('is defined by those who manage people, under a name that no other has', async () => {
    const { owner, student } = await arrange()
    await defineField(owner, instrument)
    await expect(defineField(owner, { ...instrument, label: 'instrument' })).rejects.toBeInstanceOf(InvalidInput)
    await expect(defineField(student, note)).rejects.toBeInstanceOf(NotAllowed)
    expect(await listDefinedFields(owner)).toMatchObject([{ label: 'Instrument', choices: ['Piano', 'Violin'], filled: 0 }])
  })

  it('keeps its kind and the choices in use once somebody filled it in, and is removed with what it holds', async () => {
    const { owner, membershipId } = await arrange()
    const id = await defineField(owner, instrument)
    await changeFieldsOf(owner, membershipId, saying({ [id]: ['Piano'] }))
    await expect(changeField(owner, id, { ...instrument, kind: 'text', choices: [] })).rejects.toBeInstanceOf(InvalidInput)
    await expect(changeField(owner, id, { ...instrument, choices: ['Violin', 'Cello'] })).rejects.toBeInstanceOf(InvalidInput)
    await changeField(owner, id, { ...instrument, choices: ['Piano', 'Cello'] })
    expect(await listDefinedFields(owner)).toMatchObject([{ filled: 1, choices: ['Piano', 'Cello'] }])
    await ask('update organization_memberships set deleted_at = now() where organization_id = $1 and id = $2', [owner.organizationId, membershipId])
    expect(await listDefinedFields(owner)).toMatchObject([{ filled: 0, filledBefore: 1 }])
    await expect(changeField(owner, id, { ...instrument, kind: 'text', choices: [] })).rejects.toBeInstanceOf(InvalidInput)
    await changeField(owner, id, { ...instrument, choices: ['Cello', 'Violin'] })
    const rival = await arrange()
    await expect(removeField(rival.owner, id)).rejects.toBeInstanceOf(NotFound)
    await removeField(owner, id)
    expect(await listDefinedFields(owner)).toEqual([])
  })

  it('of the kinds that choose has at least two choices, each once', () => {
    const form = { label: 'A', kind: 'choices', access: 'staff' }
    expect(fieldForm.safeParse({ ...form, choices: 'One' }).success).toBe(false)
    expect(fieldForm.parse({ ...form, choices: ' One \n\nTwo\r\nOne' }).choices).toEqual(['One', 'Two'])
    expect(fieldForm.parse({ ...form, kind: 'text', choices: 'One' }).choices).toEqual([])
    expect(fieldForm.safeParse({ ...form, choices: 'One; or two\nThree' }).success).toBe(false)
    expect(fieldForm.safeParse({ ...form, kind: 'choice', choices: 'One; or two\nThree' }).success).toBe(true)
  })

  it.each(['E-Mail', 'Name', 'ROLE', 'Rolle', ' Since ', 'Problem'])('is not called as a column of our files: %s', (label) => {
    expect(fieldForm.safeParse({ label, kind: 'text', access: 'staff' }).success).toBe(false)
  })
})

describe('what a field holds', () => {
  it.each([
    ['text', 'x'.repeat(201), false], ['number', '1,5', true], ['number', 'many', false], ['date', '2024-02-29', true], ['date', '2023-02-29', false],
    ['date', '31.5.2014', false], ['choice', 'Piano', true], ['choice', 'Drum', false], ['choices', 'Drum', false], ['yes-no', 'yes', true], ['yes-no', 'perhaps', false],
  ] as const)('as %s: %s', (kind, word, fits) => {
    expect(whyNotFits({ kind, choices: ['Piano', 'Violin'], isRequired: false }, [word], { isAsked: true }) === null).toBe(fits)
  })

  it('is read from a cell of a table as people write it', () => {
    expect(readCell('violin; PIANO|piano', { kind: 'choices', choices: ['Piano', 'Violin'] })).toEqual(['Violin', 'Piano'])
    expect(readCell('Ja', { kind: 'yes-no', choices: [] })).toEqual(['yes'])
    expect(readCell('  ', { kind: 'text', choices: [] })).toEqual([])
    expect(readCell('1.5.2014', { kind: 'date', choices: [] })).toEqual(['2014-05-01'])
    expect(readCell("'+49 30 1234", { kind: 'text', choices: [] })).toEqual(['+49 30 1234'])
    expect(readCell("'t Hooft", { kind: 'text', choices: [] })).toEqual(["'t Hooft"])
  })

  it.each([
    ['text', ['+49 30 1234']], ['choices', ['Piano', 'Violin']], ['yes-no', ['no']], ['date', ['2014-05-31']], ['number', ['-1,5']], ['text', []],
  ] as const)('goes out in a cell and comes back the same: %s %s', (kind, words) => {
    const field = { kind, choices: ['Piano', 'Violin'] }
    expect(readCell(writeCell(field, words), field)).toEqual(words)
  })

  it('in a line has its name before it where it says nothing alone, and is cut where it is long', () => {
    expect(shownInLine({ kind: 'choice', label: 'Instrument' }, ['Piano'], 'en')).toBe('Piano')
    expect(shownInLine({ kind: 'yes-no', label: 'Photos' }, ['yes'], 'en')).toBe('Photos: Yes')
    expect(shownInLine({ kind: 'long-text', label: 'Note' }, ['x'.repeat(4000)], 'en')).toHaveLength(86)
  })

  it('is seen and changed by the person only as far as the school lets them', async () => {
    const { owner, student, membershipId, at } = await arrange()
    const [instrumentId, noteId] = [await defineField(owner, instrument), await defineField(owner, note)]
    await changeFieldsOf(owner, membershipId, saying({ [instrumentId]: ['Piano'], [noteId]: ['shy'] }))
    expect((await readFieldsOf(owner, membershipId)).map(({ words }) => words)).toEqual([['Piano'], ['shy']])
    expect(await readOwnFields(student)).toMatchObject([{ id: instrumentId, words: ['Piano'], mayChange: true }])
    await changeOwnFields(student, saying({ [instrumentId]: ['Violin'], [noteId]: ['bold'] }))
    expect((await readFieldsOf(owner, membershipId)).map(({ words }) => words)).toEqual([['Violin'], ['shy']])
    await expect(changeOwnFields(student, saying({}))).rejects.toBeInstanceOf(InvalidInput)
    await expect(changeFieldsOf(student, membershipId, saying({}))).rejects.toBeInstanceOf(NotAllowed)
    await expect(changeOwnFields(at(await buildUser(database(), 'Eve')), saying({}))).rejects.toBeInstanceOf(NotFound)
  })

  it('is not written for a field that was taken out meanwhile', async () => {
    const { owner, student, membershipId } = await arrange()
    const id = await defineField(owner, instrument)
    await changeOwnFields({ ...student, inSystem: async (work) => { await removeField(owner, id); return inSystem(work) } }, saying({ [id]: ['Piano'] }))
    expect(await readFieldsOf(owner, membershipId)).toEqual([])
    expect(await ask('select 1 from custom_values where field_id = $1', [id])).toEqual([])
  })

  it('finds people, and stands beside their names', async () => {
    const { owner, organizationId, membershipId } = await arrange()
    const id = await defineField(owner, instrument)
    const noahId = await buildMembership(database(), organizationId, await buildUser(database(), 'Noah'), 'student')
    await changeFieldsOf(owner, membershipId, saying({ [id]: ['Piano'] }))
    await changeFieldsOf(owner, noahId, saying({ [id]: ['Violin'] }))
    expect((await listPeople(owner, { field: { id, word: 'Violin' } })).people.map((person) => person.membershipId)).toEqual([noahId])
    expect((await readListedFields(owner, [membershipId])).values.get(membershipId)?.get(id)).toEqual(['Piano'])
  })

  it('is a part of one’s own data, and goes with it', async () => {
    const { owner, membershipId, mei } = await arrange()
    const noteId = await defineField(owner, note)
    await changeFieldsOf(owner, membershipId, saying({ [noteId]: ['shy'] }))
    const scope = { userId: mei, organizationId: null }
    expect(await inSystem((tx) => listOwnValues(tx, scope))).toMatchObject([{ field: 'Note', says: ['shy'] }])
    await inSystem((tx) => deleteValuesOf(tx, scope))
    expect(await inSystem((tx) => listOwnValues(tx, scope))).toEqual([])
  })

  it('comes with a file of people, and is theirs once they accept', async () => {
    const { owner, organizationId } = await arrange()
    const id = await defineField(owner, instrument)
    const email = `new-${v7().slice(-8)}@test.example`
    const { importId } = await checkPeopleFile(owner, { text: `E-mail;Instrument;Shoe size\n${email};violin;41\nbad-${email};Drum;40`, role: 'student' })
    expect(await listFaultyRows(owner, importId)).toMatchObject([{ outcome: 'bad-field', customValues: { [id]: ['Drum'] } }])
    expect(await ask('select unused_columns from invitation_imports where id = $1', [importId])).toEqual([{ unused_columns: ['Shoe size'] }])
    const secret = 'a secret of this test, long enough'
    const system = { ...owner, config: { appSecret: secret } }
    await applyImport(owner, importId)
    await sendImport(system, { organizationId, importId })
    const [invitation] = await ask<{ id: string; expires_at: Date }>('select id, expires_at from organization_invitations where organization_id = $1 and email = $2', [organizationId, email])
    const userId = await buildUser(database(), 'New', email)
    await acceptInvitation(system, { token: invitationToken(secret, { id: invitation?.id ?? '', expiresAt: invitation?.expires_at ?? new Date(0) }), viewer: { userId, email } })
    expect(await ask('select words from custom_values where organization_id = $1 and user_id = $2 and field_id = $3', [organizationId, userId, id])).toEqual([{ words: ['Violin'] }])
    expect(await ask('select custom_values from organization_invitations where organization_id = $1', [organizationId])).toEqual([{ custom_values: {} }])
  })

  it('goes with its field also where it waits for somebody, and with an invitation that is taken back', async () => {
    const { owner, organizationId } = await arrange()
    const [id, noteId] = [await defineField(owner, instrument), await defineField(owner, note)]
    const { importId } = await checkPeopleFile(owner, { text: `E-mail,Instrument,Note\nnew-${v7().slice(-8)}@test.example,Violin,tall`, role: 'student' })
    await applyImport(owner, importId)
    await sendImport({ ...owner, config: { appSecret: 'a secret of this test, long enough' } }, { organizationId, importId })
    const waiting = async (table: string) => (await ask<{ custom_values: object }>(`select custom_values from ${table} where organization_id = $1`, [organizationId])).map(({ custom_values }) => custom_values)
    expect(await waiting('organization_invitations')).toEqual([{ [id]: ['Violin'], [noteId]: ['tall'] }])
    await removeField(owner, id)
    for (const table of ['organization_invitations', 'invitation_import_rows']) expect(await waiting(table), table).toEqual([{ [noteId]: ['tall'] }])
    await takeBackImport(owner, importId)
    expect(await waiting('organization_invitations')).toEqual([{}])
  })

  it('of people who are here already is filled in by a file, where it says something else', async () => {
    const { owner, organizationId } = await arrange()
    const [id, noteId] = [await defineField(owner, { ...instrument, isRequired: false }), await defineField(owner, note)]
    const [anna, ben, carl] = await Promise.all(['anna', 'ben', 'carl'].map(async (name) => {
      const email = `${name}-${v7().slice(-8)}@here.example`
      return { email, membershipId: await buildMembership(database(), organizationId, await buildUser(database(), name, email), 'student') }
    })) as [Known, Known, Known]
    await changeFieldsOf(owner, anna.membershipId, saying({ [id]: ['Piano'], [noteId]: ['shy'] }))
    await changeFieldsOf(owner, ben.membershipId, saying({ [id]: ['Violin'] }))
    const text = `E-mail,Instrument,Note\n${anna.email.toUpperCase()},violin,\n${ben.email},Violin,\n${carl.email},Piano,tall`
    const { importId } = await checkPeopleFile(owner, { text, role: 'student' })
    const outcomes = async () => (await readImport(owner, { importId, outcomes: null, afterNumber: 0 })).rows.map(({ outcome }) => outcome)
    expect(await outcomes()).toEqual(['details', 'member', 'details'])
    const held = async () => [...(await readListedFields(owner, [anna, ben, carl].map(({ membershipId }) => membershipId))).values].map(([membershipId, words]) => [membershipId, words.get(id)?.[0], words.get(noteId)?.[0]])
    expect(await held()).toHaveLength(2)

    await applyImport(owner, importId)
    await applyImport(owner, importId)
    await sendImport({ ...owner, config: { appSecret: 'a secret of this test, long enough' } }, { organizationId, importId })
    expect(await outcomes()).toEqual(['filled', 'member', 'filled'])
    expect(new Set(await held())).toEqual(new Set([[anna.membershipId, 'Violin', 'shy'], [ben.membershipId, 'Violin', undefined], [carl.membershipId, 'Piano', 'tall']]))
    expect((await readImport(owner, { importId, outcomes: null, afterNumber: 0 })).import.state).toBe('done')
    expect(await ask('select 1 from organization_invitations where organization_id = $1', [organizationId])).toEqual([])
  })
})

type Known = { email: string; membershipId: string }
