import { clerkGone, clerkMembership, clerkOrganization, clerkUser } from '../../support/clerk-objects.ts'
import type { ClerkMembershipSketch, ClerkOrganizationSketch, ClerkUserSketch } from '../../support/clerk-objects.ts'

/** An event of the storm: what Clerk says, once, under one id. */
export interface StormEvent {
  id: string
  type: string
  data: Record<string, unknown>
  /** In the envelope: mostly milliseconds, at times seconds. */
  timestamp: number
}

/** Something that is gone for ever, and when Clerk said so. */
export interface Gone {
  id: string
  atMs: number
}

/** What lives at Clerk at one moment, and what is gone. */
export interface ClerkWorld {
  users: Map<string, ClerkUserSketch & { email: string | null }>
  organizations: Map<string, ClerkOrganizationSketch>
  memberships: Map<string, ClerkMembershipSketch & { userId: string }>
  gone: { users: Gone[]; organizations: Gone[]; memberships: Gone[] }
}

const roles = ['org:admin', 'org:member', 'org:instructor', 'org:assistant']

/**
 * A life at Clerk: every change is made to the world and told as Clerk tells it, so the world is the record of what
 * the events say. No two changes are of the same millisecond.
 */
export class ClerkLife {
  readonly world: ClerkWorld = { users: new Map(), organizations: new Map(), memberships: new Map(), gone: { users: [], organizations: [], memberships: [] } }
  readonly events: StormEvent[] = []
  readonly #chance: () => number
  readonly #prefix: string
  #nowMs = Date.UTC(2026, 0, 1)
  #count = 0

  /** @param chance numbers in [0, 1); @param prefix a word in every id and slug, so that storms do not meet */
  constructor(chance: () => number, prefix: string) {
    this.#chance = chance
    this.#prefix = prefix
  }

  createUser(): void {
    const number = this.#next()
    const email = this.#chance() < 0.05 ? null : `person-${this.#prefix}-${number}@test.example`
    const user = { id: `user_${this.#prefix}${number}`, firstName: `Mei ${number}`, lastName: 'Tan', email, createdAtMs: this.#nowMs, updatedAtMs: this.#nowMs }
    this.world.users.set(user.id, user)
    this.#tell('user.created', clerkUser(user))
  }

  updateUser(): void {
    const user = this.#any(this.world.users)
    if (!user) return
    Object.assign(user, { firstName: `Renamed ${this.#next()}`, updatedAtMs: this.#nowMs })
    this.#tell('user.updated', clerkUser(user))
  }

  /** Clerk ends the memberships of who is gone first, and tells of each. */
  deleteUser(): void {
    const user = this.#any(this.world.users)
    if (!user) return
    for (const membership of [...this.world.memberships.values()]) if (membership.userId === user.id) this.#endMembership(membership)
    this.#next()
    this.world.users.delete(user.id)
    this.world.gone.users.push({ id: user.id, atMs: this.#tell('user.deleted', clerkGone('user', user.id)) })
  }

  /** Who makes an organization is its first admin. */
  createOrganization(): void {
    const maker = this.#any(this.world.users)
    if (!maker) return
    const number = this.#next()
    const organization = { id: `org_${this.#prefix}${number}`, name: `School ${number}`, slug: `school-${this.#prefix}-${number}`, createdBy: maker.id, createdAtMs: this.#nowMs, updatedAtMs: this.#nowMs }
    this.world.organizations.set(organization.id, organization)
    this.#tell('organization.created', clerkOrganization(organization))
    this.#join(organization, maker.id, 'org:admin')
  }

  updateOrganization(): void {
    const organization = this.#any(this.world.organizations)
    if (!organization) return
    const number = this.#next()
    Object.assign(organization, { name: `Renamed school ${number}`, updatedAtMs: this.#nowMs })
    if (this.#chance() < 0.3) organization.slug = `school-${this.#prefix}-${number}`
    this.#tell('organization.updated', clerkOrganization(organization))
  }

  deleteOrganization(): void {
    const organization = this.#any(this.world.organizations)
    if (!organization) return
    for (const membership of [...this.world.memberships.values()]) if (membership.organization.id === organization.id) this.#endMembership(membership)
    this.#next()
    this.world.organizations.delete(organization.id)
    this.world.gone.organizations.push({ id: organization.id, atMs: this.#tell('organization.deleted', clerkGone('organization', organization.id)) })
  }

  createMembership(): void {
    for (let tries = 0; tries < 5; tries += 1) {
      const organization = this.#any(this.world.organizations)
      const user = this.#any(this.world.users)
      if (organization && user && this.#join(organization, user.id, this.#pick(roles))) return
    }
  }

  updateMembership(): void {
    const membership = this.#any(this.world.memberships)
    if (!membership) return
    this.#next()
    Object.assign(membership, { role: this.#pick(roles), updatedAtMs: this.#nowMs })
    this.#tell('organizationMembership.updated', clerkMembership(membership))
  }

  /** Somebody leaves and, mostly, comes back: at Clerk that is a membership of its own. */
  leaveAndReturn(): void {
    const membership = this.#any(this.world.memberships)
    if (!membership) return
    this.#endMembership(membership)
    if (this.#chance() < 0.7) this.#join(membership.organization, membership.userId, this.#pick(roles))
  }

  /** @returns false for who is a member already */
  #join(organization: ClerkOrganizationSketch, userId: string, role: string): boolean {
    for (const one of this.world.memberships.values()) if (one.userId === userId && one.organization.id === organization.id) return false
    const number = this.#next()
    const membership = { id: `orgmem_${this.#prefix}${number}`, organization, userId, role, createdAtMs: this.#nowMs, updatedAtMs: this.#nowMs }
    this.world.memberships.set(membership.id, membership)
    this.#tell('organizationMembership.created', clerkMembership(membership))
    return true
  }

  #endMembership(membership: ClerkMembershipSketch): void {
    this.#next()
    this.world.memberships.delete(membership.id)
    this.world.gone.memberships.push({ id: membership.id, atMs: this.#tell('organizationMembership.deleted', clerkMembership(membership)) })
  }

  /** @returns the time of the event, as it can be read from it */
  #tell(type: string, data: Record<string, unknown>): number {
    const inSeconds = this.#chance() < 0.1
    // Written now: the world goes on, what was said stays.
    const said = JSON.parse(JSON.stringify(data)) as Record<string, unknown>
    this.events.push({ id: `msg_${this.#prefix}${this.#count}`, type, data: said, timestamp: inSeconds ? Math.floor(this.#nowMs / 1000) : this.#nowMs })
    return inSeconds ? Math.floor(this.#nowMs / 1000) * 1000 : this.#nowMs
  }

  /** A moment later: a number that nothing else has, and a time that nothing else happened at. */
  #next(): number {
    this.#count += 1
    this.#nowMs += 1 + Math.floor(this.#chance() * 2000)
    return this.#count
  }

  #any<T>(things: Map<string, T>): T | undefined {
    return [...things.values()][Math.floor(this.#chance() * things.size)]
  }

  #pick<T>(things: readonly T[]): T {
    return things[Math.floor(this.#chance() * things.length)] as T
  }
}
