import { afterAll, describe, expect, it } from 'vitest'
import { tryFunctions } from './functions.ts'
import { tryIsolation, type Report } from './matrix.ts'
import { faultKinds, listFaults, plantAndLook, type Fault, type Seen } from './plant-faults.ts'
import { useMatrix } from './use-matrix.ts'

const matrix = useMatrix()
let report: Report | null = null
const planted: { fault: Fault; seen: Seen }[] = []

describe('isolation', () => {
  it('every table answers every role exactly as written in expected.ts', { timeout: 180_000 }, async () => {
    report = await tryIsolation(matrix())
    expect(report.leaks).toEqual([])
  })

  it('every function with its owner\'s rights tells each role exactly its own', async () => {
    const { calls, leaks } = await tryFunctions(matrix())
    console.log(`isolation: ${calls} calls of functions with their owner's rights, ${leaks.length} leaks`)
    expect(leaks).toEqual([])
  })
})

describe('isolation turns red, in every table, at', () => {
  it.each(faultKinds)('%s', { timeout: 180_000 }, async (kind) => {
    const faults = (await listFaults(matrix())).filter((fault) => fault.kind === kind)
    for (const fault of faults) planted.push({ fault, seen: await plantAndLook(matrix(), fault) })

    const unseen = planted.filter(({ fault, seen }) => fault.kind === kind && seen === null).map(({ fault }) => `${fault.table}: ${fault.name}`)
    expect(faults.length).toBeGreaterThan(0)
    expect(unseen).toEqual([])
  })

  it('nothing that is left behind: every fault was taken out again', { timeout: 180_000 }, async () => {
    expect((await tryIsolation(matrix())).leaks).toEqual([])
  })
})

afterAll(() => {
  if (!report) return

  const byCells = planted.filter(({ seen }) => seen === 'cell').length
  const unseen = planted.filter(({ seen }) => seen === null).length
  console.log(`isolation: ${report.tables.length} tables × 4 verbs × ${report.roles.length} roles = ${report.cells} cells tried, ${report.leaks.length} leaks; `
    + `${planted.length} planted faults, ${unseen ? `${unseen} NOT SEEN` : 'all seen'} (${byCells} by cells, ${planted.length - byCells - unseen} by structure)`)
})
