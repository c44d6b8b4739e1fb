import { describe, expect, it } from 'vitest'
import { DatabaseUnavailable, translateDatabaseFault } from './database-faults.ts'

const withCode = (code: string) => Object.assign(new Error('said by the server'), { code })

describe('a fault of the connection', () => {
  it.each([
    ['the server falls over', withCode('57P02')],
    ['the server is starting', withCode('57P03')],
    ['the line breaks', Object.assign(new Error('read'), { code: 'ECONNRESET' })],
    ['the line ends in the middle', new Error('Connection terminated unexpectedly')],
    ['the line broke since the last statement', new Error('Client has encountered a connection error and is not queryable')],
    ['the line was closed', new Error('Client was closed and is not queryable')],
  ])('is worth another try and costs no attempt: %s', (_, fault) => {
    expect(translateDatabaseFault(fault)).toBeInstanceOf(DatabaseUnavailable)
  })

  it.each([['a statement that was cancelled', withCode('57014')], ['a constraint', withCode('23505')], ['anything else', new Error('a string broke')]])('is not %s', (_, fault) => {
    expect(translateDatabaseFault(fault)).toBe(fault)
  })
})
