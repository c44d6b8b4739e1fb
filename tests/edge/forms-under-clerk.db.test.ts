import { describe, expect, it } from 'vitest'
import { reconcile } from '../../src/modules/operations/index.ts'
import { useFaultGround } from '../faults/harness.ts'
import { askServer } from '../isolation/built-server.ts'
import type { World } from '../isolation/world.ts'
import { clerkEnvironment, useClerkWorld } from '../support/clerk-world.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { askingForms, everyForm, placesOf, standsOnlyUnderClerk } from './every-form.ts'
import { isFormOf, judgeHidden, seenFields } from './judge-faults.ts'
import { open, send, spoilEach, type Desk } from './spoil-forms.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)
const ground = useFaultGround(() => database().source)

/** The built program with Clerk's keys, and an operator who signed in there. */
async function openDesk(): Promise<Desk> {
  const { emulator, sdk, signIn, mint } = world()
  const port = Number(new URL((await ground().startWeb(clerkEnvironment(emulator))).url).port)
  const host = `coursecove.localhost:${port}`
  const { id } = await sdk.users.createUser({ firstName: 'Olga', emailAddress: ['olga@operator.example'] })
  const cookie = `__session=${await mint(await signIn(id, { origin: `http://${host}` }))}`
  const ask: Desk['ask'] = (_, sent) => askServer(port, { host, cookie, ...sent })
  // The first page that she asks for brings her here.
  await ask('installation', { path: '/account' })
  const made = await database().superuser.query('update users set is_operator = true where id = (select user_id from user_identities where subject = $1)', [id])
  if (made.rowCount !== 1) throw new Error('who signed in at Clerk is not here')
  return { ask, faults: [], forms: 0, fields: 0 }
}

/** A walk that found somebody missing, who can be chosen on its page. @returns its id */
async function findDifference(): Promise<string> {
  const { app, sdk } = world()
  await sdk.users.createUser({ firstName: 'Tuva', emailAddress: ['tuva@missing.example'] })
  const outcome = await reconcile(app.systemCtx, { mode: 'full', isApplied: false, startedBy: 'operator' })
  if (outcome.kind !== 'done') throw new Error(`the walk ended as ${outcome.kind}`)
  return outcome.run.id
}

describe('a form that stands only where people are Clerk’s', () => {
  it('says beside the field, or above it, what is not taken', async () => {
    const desk = await openDesk()
    const runId = await findDifference()
    const forms = everyForm(placesOf({ samples: {} } as World['a']))
    const own = forms.filter(standsOnlyUnderClerk)
    await spoilEach(desk, own)

    const choosing = { where: 'installation' as const, path: `/operator/reconcile/${runId}`, form: { id: '' } }
    const shown = (await open(desk, choosing)).forms.find(({ action }) => action === choosing.path)
    if (!shown) throw new Error('nothing can be chosen on the page of the walk')
    for (const id of ['', 'not-an-id', 'x'.repeat(300), 'a\0b']) desk.faults.push(...judgeHidden(await send(desk, choosing, shown, { id }), choosing))

    console.log(`edge: ${desk.fields} fields of ${desk.forms + 1} forms under Clerk spoilt and read again, ${desk.faults.length} faults`)
    expect(desk.faults).toEqual([])
    expect([own.length, desk.forms]).toEqual([3, 3])
    const { rows } = await database().superuser.query('select count(*)::int as walks, bool_or(may_end_many) as ends from reconcile_runs')
    expect(rows, 'what was spoilt begins no walk').toEqual([{ walks: 1, ends: false }])

    for (const path of ['/operator', '/operator/inbox?text=user_1', '/operator/reconcile', '/operator/reconcile/start', choosing.path, '/operator/jobs']) {
      const page = await open(desk, { where: 'installation', path, form: {} })
      expect(page.status, path).toBe(200)
      const unknown = page.forms.filter((one) => seenFields(one).length > 0 && ![...forms, ...askingForms, choosing].some((known) => isFormOf(one, known)))
      expect(unknown.map(({ action }) => action), `forms of ${path} that nobody spoils`).toEqual([])
    }
  }, 120_000)
})
