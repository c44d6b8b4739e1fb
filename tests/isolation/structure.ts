import type pg from 'pg'
import { checkGrants } from './check-grants.ts'
import { exceptions, type Exception } from './exceptions.ts'
import { ownRules } from './own-rules.ts'
import { splinterLints } from './splinter-lints.ts'

/** A question to the catalogue whose every row is a fault. */
export interface StructureCheck {
  name: string
  /** Selects `object` and `detail`. */
  sql: string
}

/** Something in the catalogue that must not be so. */
export interface Finding {
  check: string
  object: string
  detail: string
}

/** What the catalogue was asked and what it answered. */
export interface StructureReport {
  checks: number
  /** Empty when all is well. */
  findings: Finding[]
  /** Findings that are so on purpose, with the reason. */
  excused: (Finding & { because: string })[]
  /** Exceptions that excuse nothing any more: they are to be struck out. */
  idleExceptions: Exception[]
}

/** Asks the catalogue whether the structure keeps the tenants apart, whatever the policies say. */
export async function checkStructure(superuser: pg.Pool): Promise<StructureReport> {
  const checks = [...ownRules, ...splinterLints]
  const found: Finding[] = await checkGrants(superuser)
  for (const { name, sql } of checks) {
    const answer = await superuser.query<{ object: string; detail: string }>(sql)
    found.push(...answer.rows.map((row) => ({ check: name, ...row })))
  }

  const report: StructureReport = { checks: checks.length + 1, findings: [], excused: [], idleExceptions: [] }
  for (const finding of found) {
    const exception = exceptions.find((candidate) => candidate.check === finding.check && candidate.object.test(finding.object))
    if (exception) report.excused.push({ ...finding, because: exception.because })
    else report.findings.push(finding)
  }
  report.idleExceptions = exceptions.filter((exception) => !found.some((finding) => finding.check === exception.check && exception.object.test(finding.object)))
  return report
}
