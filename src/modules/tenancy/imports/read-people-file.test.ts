import { describe, expect, it } from 'vitest'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { decodeFile } from './decode-file.ts'
import { judgeRows } from './judge-rows.ts'
import { readPeopleFile } from './read-people-file.ts'

const faultOf = (text: string) => {
  try {
    readPeopleFile(text)
  } catch (fault) {
    if (fault instanceof InvalidInput) return fault.fieldErrors.rows
    throw fault
  }
  return null
}

describe('a file of people', () => {
  it('is read by its header, in any order of columns, and says which it left', () => {
    const { rows, unusedColumns } = readPeopleFile('Name,Role,E-mail address,Phone\nMei,Student,mei@example.com,1\nTomás,Teacher,tomas@example.com,2\n')
    expect(rows).toEqual([{ number: 2, email: 'mei@example.com', role: 'Student' }, { number: 3, email: 'tomas@example.com', role: 'Teacher' }])
    expect(unusedColumns).toEqual(['Name', 'Phone'])
  })

  it('may have a mark of its encoding, semicolons and quotation marks with line breaks in them', () => {
    const { rows } = readPeopleFile('\uFEFF"E-Mail";"Anschrift";"Rolle"\r\n"mei@example.com";"Rua da Rosa 1\r\n1200 Lisboa";"Student"\r\n"ana@example.com";"a;b";""\r\n')
    expect(rows).toEqual([{ number: 2, email: 'mei@example.com', role: 'Student' }, { number: 3, email: 'ana@example.com', role: '' }])
  })

  it('may have tabs, as what is copied out of a spreadsheet has', () => {
    expect(readPeopleFile('Role\tEmail\nStudent\tmei@example.com').rows).toEqual([{ number: 2, email: 'mei@example.com', role: 'Student' }])
  })

  it('may be addresses alone, one a line; empty lines are passed over and still counted', () => {
    expect(readPeopleFile('mei@example.com\n\n  \nana@example.com').rows).toEqual([{ number: 1, email: 'mei@example.com', role: '' }, { number: 4, email: 'ana@example.com', role: '' }])
  })

  it('says what is wrong with it in a sentence', () => {
    expect(faultOf(' \n\n')).toBe('There is nobody in it. Choose a file, or paste rows.')
    expect(faultOf('E-mail,Role\n')).toBe('There is a header and no row under it.')
    expect(faultOf('Name,Role\nMei,Student')).toMatch(/^No column is called “E-mail”/)
    expect(faultOf('E-mail,Role\nmei@example.com,Student\n"ana@example.com,Student\nno@example.com,Student')).toBe('A quotation mark in row 3 is not closed, so the rows after it cannot be told apart.')
    const many = Array.from({ length: 6210 }, (_, number) => `p${number}@example.com`).join('\n')
    expect(faultOf(many)).toBe('This has 6,210 rows, and one import takes 5,000. Send it in 2 parts.')
  })
})

describe('the bytes of a file', () => {
  it('are read as what the spreadsheet wrote', () => {
    expect(decodeFile(new TextEncoder().encode('Tomás'))).toBe('Tomás')
    expect(decodeFile(Uint8Array.of(0x54, 0x6f, 0x6d, 0xe1, 0x73))).toBe('Tomás')
    expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0x54, 0, 0xe1, 0))).toBe('Tá')
  })
})

describe('a row', () => {
  const judge = (rows: [number, string, string][]) =>
    judgeRows(rows.map(([number, email, role]) => ({ number, email, role })), 'student', { members: new Map([['here@example.com', new Map<string, string[]>()]]), invited: new Set(['waiting@example.com']) })
      .map(({ number, outcome, role, firstRowNumber }) => [number, outcome, role, firstRowNumber])

  it('comes to what inviting it would come to', () => {
    expect(judge([
      [2, 'Mei@Example.com', ''], [3, 'ana@example.com', 'TEACHER'], [4, 'nobody', 'student'], [5, 'leo@example.com', 'King'], [6, 'mei@example.com', 'Assistant'], [7, 'here@example.com', ''], [8, 'waiting@example.com', ''], [9, 'own@example.com', 'Owner'],
    ])).toEqual([
      [2, 'new', 'student', null], [3, 'new', 'instructor', null], [4, 'bad-address', 'student', null], [5, 'unknown-role', null, null], [6, 'duplicate', 'assistant', 2], [7, 'member', 'student', null], [8, 'invited', 'student', null], [9, 'unknown-role', null, null],
    ])
  })
})
