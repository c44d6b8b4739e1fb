import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { layPage } from '#modules/storefront/index.ts'
import { appointOperator, createAccount } from '#modules/identity/index.ts'
import { carrel } from '../../../../db/seeds/carrel/carrel.ts'
import { heronHouse } from '../../../../db/seeds/heron-house/heron-house.ts'
import { melody } from '../../../../db/seeds/melody/melody.ts'
import { nightBus } from '../../../../db/seeds/night-bus/night-bus.ts'
import { quietStrings } from '../../../../db/seeds/quiet-strings/quiet-strings.ts'
import { secondDesk } from '../../../../db/seeds/second-desk/second-desk.ts'
import type { SeedSchool } from '../../../../db/seeds/seed-content.ts'
import type { App } from '../../../wiring.ts'
import { countSchools } from './seed-demo.queries.ts'
import { makeCoupons } from './make-coupons.ts'
import { makeCourses } from './make-courses.ts'
import { makeProducts } from './make-products.ts'
import { makePractice } from './make-practice.ts'
import { makeSales } from './make-sales.ts'
import { makeSchool, type MadeSchool } from './make-school.ts'
import { runJobsUntilIdle } from './run-jobs-until-idle.ts'
import { seedPage, wordsOf } from './seed-page.ts'

/** How to seed. */
export interface SeedOptions {
  onlyIfEmpty: boolean
  say: (step: string) => void
}

/** Everyone in the demo has this password; the demo guards nothing. */
export const demoPassword = 'practise-slowly'
/** Beside Melody: its rival, and one of each other kind. */
const others: readonly SeedSchool[] = [quietStrings, heronHouse, carrel, secondDesk, nightBus]
const operatorEmail = 'operator@coursecove.example'

/**
 * Makes the demo schools through the same use cases that people use: accounts, schools, courses with their files,
 * orders paid at the payment emulator, and hours of practice. Writes `demo.json` for people and programs.
 */
export async function seedDemo(app: App, options: SeedOptions): Promise<void> {
  const schools = await app.systemCtx.inSystem(countSchools)
  if (schools > 0 && options.onlyIfEmpty) return

  options.say(`making the demo school “${melody.name}”: ${melody.courses.length} courses with sound, film and paper…`)
  const first = { school: melody, result: await openSchool(app, melody) }
  // Melody computes for most of its time. The others mostly wait, for the database and the payment emulator: so they come at once.
  options.say(`making ${others.length} more: ${others.map(({ name }) => name).join(', ')}…`)
  const made = [first, ...(await Promise.all(others.map(async (school) => ({ school, result: await openSchool(app, school) }))))]
  options.say('opening what was bought, and practising…')
  await runJobsUntilIdle(app)
  await Promise.all(made.map(({ school, result }) => makePractice(app, { school, made: result })))

  await createAccount(app.systemCtx, { email: operatorEmail, name: 'Olga Brandt', password: demoPassword, isVerified: true })
  await appointOperator(app.systemCtx, { who: operatorEmail, isOperator: true })
  writeDemo(app, made.map(({ school }) => school))
}

async function openSchool(app: App, school: SeedSchool): Promise<MadeSchool> {
  const made = await makeSchool(app, school, demoPassword)
  const courses = await makeCourses(made, school)
  const products = await makeProducts(app, { school, made, courses })
  await makeSales(app, { school, made, courses, products })
  await makeCoupons(app, { school, made, courses, products })
  if (school.voices) await layPage({ ...made.owner, words: wordsOf(school), offered: school.german ? ['en', 'de'] : ['en'] }, seedPage(school))
  return made
}

function writeDemo(app: App, schools: SeedSchool[]): void {
  const { scheme, baseDomain, dataDir } = app.config
  const demo = {
    schools: schools.map(({ slug, preset }) => ({ slug, preset, url: `${scheme}://${slug}.${baseDomain}` })),
    logins: schools.flatMap(({ slug, cast }) => cast.map(({ email, role }) => ({ email, password: demoPassword, role, slug }))),
    operator: { email: operatorEmail, password: demoPassword },
    mailbox: `${scheme}://${baseDomain}/mailbox`,
  }
  writeFileSync(join(dataDir, 'demo.json'), `${JSON.stringify(demo, null, 2)}\n`)
}
