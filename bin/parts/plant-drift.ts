import { startClerkInstallation } from '../../tests/support/clerk-installation.ts'
import { operate, type OperatedInstallation } from '../../tests/support/operated-installation.ts'
import { pastWalks } from './fill-walks.ts'

const people = ['Mei Tanaka', 'João Sousa', 'Grace Lin', 'Omar Haddad', 'Lena Bergström', 'Tuva Bergström', 'Rui Almeida', 'Ana Pires', 'Noor Aziz', 'Paul Weber']
/** Who owns the school of the pictures, where it stands, and whom no event has brought. */
export const [ownerAddress, schoolSlug, missingAddress] = ['mei@harbour.example', 'harbour-music', 'noor@harbour.example']

/**
 * An installation whose people are Clerk's, for pictures of what differs: some events of the emulator's were lost on
 * their way, so people are missing here, are called as they were, and are here though they are gone.
 */
export async function startWithDrift(say: (step: string) => void): Promise<OperatedInstallation> {
  const operated = operate(await startClerkInstallation({ kind: 'live', tokenSeconds: 3600, withWebhooks: true, say }))
  const { sdk, emulator } = operated
  await operated.asSystem(pastWalks)
  await operated.stopClock()
  const make = (name: string) => sdk.users.createUser({ firstName: name.split(' ')[0], lastName: name.split(' ')[1], emailAddress: [`${name.split(' ')[0]?.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase()}@harbour.example`] })
  const lose = (type: string, times: number) => emulator.setFaults({ webhooks: [{ kind: 'drop', types: [type], times }] })

  const here = []
  for (const name of people.slice(0, 7)) here.push(await make(name))
  const owner = here[0]?.id ?? ''
  const school = await sdk.organizations.createOrganization({ name: 'Harbour Music', slug: schoolSlug, createdBy: owner })
  for (const [index, { id }] of here.slice(1, 4).entries()) await sdk.organizations.createOrganizationMembership({ organizationId: school.id, userId: id, role: index === 0 ? 'org:admin' : 'org:member' })
  await emulator.settled()

  lose('user.created', 3)
  for (const name of people.slice(7)) await make(name)
  await emulator.settled()
  lose('user.updated', 2)
  for (const [index, { id }] of here.slice(4, 6).entries()) await sdk.users.updateUser(id, { lastName: ['Berg', 'Bergstrøm'][index] })
  await emulator.settled()
  lose('organizationMembership.created', 1)
  await sdk.organizations.createOrganizationMembership({ organizationId: school.id, userId: here[4]?.id ?? '', role: 'org:member' })
  await emulator.settled()
  lose('user.deleted', 1)
  await sdk.users.deleteUser(here[6]?.id ?? '')
  await emulator.settled()
  return operated
}
