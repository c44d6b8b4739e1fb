import type pg from 'pg'
import { groupRoles, type GroupRole } from './catalogue.ts'
import { allowances, columns } from './expected.ts'
import type { Finding } from './structure.ts'

interface HeldGrant {
  object: string
  grantee: string
  verb: string
  /** All columns that the grant covers. */
  columns: string[]
  isWhole: boolean
}

/**
 * Compares the grants in the database with what `expected.ts` needs: a wider grant shows nothing as long as the
 * policies hold, and everything on the day they do not.
 */
export async function checkGrants(superuser: pg.Pool): Promise<Finding[]> {
  const held = (await superuser.query<HeldGrant>(heldGrants)).rows
  const tooWide = held.flatMap((grant) => judgeGrant(grant))
  const missing = Object.entries(allowances).filter(([table]) => !table.includes('.')).flatMap(([table, lines]) =>
    groupRoles.flatMap((grantee) => [...new Set(lines.filter((line) => line.grantees.includes(grantee)).flatMap((line) => line.verbs))]
      .filter((verb) => !held.some((grant) => grant.object === table && grant.grantee === grantee && grant.verb === verb))
      .map((verb) => ({ check, object: table, detail: `${grantee} lacks ${verb}` }))))
  return [...tooWide, ...missing]
}

const check = 'grants are those that the table of allowances needs'

function judgeGrant({ object, grantee, verb, columns: names, isWhole }: HeldGrant): Finding[] {
  const finding = (detail: string): Finding[] => [{ check, object, detail }]
  if (!groupRoles.some((role) => role === grantee)) return finding(`${grantee} has ${verb}`)

  const isNeeded = (allowances[object] ?? []).some((line) => line.grantees.includes(grantee as GroupRole) && line.verbs.some((allowed) => allowed === verb))
  if (!isNeeded) return finding(`${grantee} has ${verb}, which no allowance needs`)

  const limits: Partial<Record<string, string[]>> | undefined = columns[object]?.[grantee as GroupRole]
  const wished = limits?.[verb]
  if (!wished) return isWhole ? [] : finding(`${grantee} has ${verb} on ${names.join(', ')} only, which expected.ts does not say`)

  const excess = names.filter((name) => !wished.includes(name))
  const missing = wished.filter((name) => !names.includes(name))
  return [
    ...(excess.length ? finding(`${grantee} has ${verb} on ${excess.join(', ')} too`) : []),
    ...(missing.length ? finding(`${grantee} lacks ${verb} on ${missing.join(', ')}`) : []),
  ]
}

// Tables, views and sequences of public; for tables the columns that each grant covers.
const heldGrants = `
  select c.relname as object, coalesce(r.rolname, 'PUBLIC') as grantee, lower(g.privilege_type) as verb, bool_or(g.is_whole) as "isWhole",
    json_agg(distinct g.attname) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  cross join lateral (
    select x.grantee, x.privilege_type, true as is_whole, a.attname from aclexplode(c.relacl) x
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    union all
    select x.grantee, x.privilege_type, false, a.attname from pg_attribute a cross join aclexplode(a.attacl) x where a.attrelid = c.oid and a.attnum > 0
  ) g
  left join pg_roles r on r.oid = g.grantee
  where g.grantee <> c.relowner
  group by c.relname, r.rolname, g.privilege_type`
