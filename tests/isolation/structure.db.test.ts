import { expect, it } from 'vitest'
import { checkStructure } from './structure.ts'
import { useMatrix } from './use-matrix.ts'

const matrix = useMatrix()

it('the catalogue keeps the schools apart by structure, and what the lints find has a reason', async () => {
  const report = await checkStructure(matrix().connections.superuser)
  console.log(`structure: ${report.checks} checks of the catalogue, ${report.findings.length} findings, ${report.excused.length} excused by name`)
  expect(report.findings).toEqual([])
  expect(report.idleExceptions, 'exceptions that excuse nothing are to be struck out').toEqual([])
})
