import { describe, expect, it } from 'vitest'
import { useFaultGround } from '../faults/harness.ts'
import { useTestApp } from '../support/test-app.ts'
import { useTestDatabase } from '../support/test-database.ts'
import { askPagesForOthers } from './pages-for-others.ts'
import { buildTwoSchools } from './two-schools.ts'

const database = useTestDatabase()
const app = useTestApp(database)
const ground = useFaultGround(() => database().source)

describe('the owner of one school asks with the ids of another', () => {
  it('and every page and every form answers as if nobody had them', async () => {
    const world = await buildTwoSchools(database())
    const { url } = await ground().startWeb()
    const { asked, faults } = await askPagesForOthers(database(), app(), world, Number(new URL(url).port))

    console.log(`routes: ${asked} questions to pages and forms through both doors with another school's ids and with nobody's, ${faults.length} faults`)
    expect(asked).toBeGreaterThan(400)
    expect(faults).toEqual([])
  }, 240_000)
})
