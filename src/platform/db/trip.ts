import { types, type FieldDef, type PoolClient, type Submittable } from 'pg'
import type { BoundStatement } from './prepared.ts'

/** What pg hands a query to speak with the server. */
interface Wire {
  parsedStatements: Record<string, string | undefined>
  stream: { cork(): void; uncork(): void }
  bind(what: { statement: string; values: unknown[] ; valueMapper: (value: unknown) => string | null }): void
  describe(what: { type: 'P' }): void
  execute(what: { rows: 0 }): void
  sync(): void
}

type Row = Record<string, unknown>

/** Whether a statement was prepared on this connection before. */
export function isPreparedOn(client: PoolClient, { name, text }: BoundStatement['statement']): boolean {
  return 'connection' in client && (client.connection as unknown as Wire).parsedStatements[name] === text
}

/**
 * Several prepared statements in one packet, answered by one: they are bound and executed one after the other, and a
 * single `Sync` stands behind the last. After a fault the server passes over all that follow (PostgreSQL, "Extended
 * Query", pipelining).
 *
 * It is what pg calls a submittable, as its cursors are. Every statement must have been prepared on the connection.
 *
 * @returns the rows of each statement
 * @throws the fault of the first statement that failed
 */
export function sendInOneTrip(client: PoolClient, statements: readonly BoundStatement[]): Promise<Row[][]> {
  return new Promise((done, fail) => {
    client.query(new Trip(statements, (fault, rows) => (fault ? fail(fault) : done(rows ?? []))) as Submittable)
  })
}

class Trip {
  private readonly statements: readonly BoundStatement[]
  private readonly answers: Row[][]
  private at = 0
  private fields: FieldDef[] = []
  /** pg puts its own around it when queries have a time limit. */
  callback: (fault: Error | null, rows?: Row[][]) => void

  constructor(statements: readonly BoundStatement[], callback: Trip['callback']) {
    this.statements = statements
    this.answers = statements.map(() => [])
    this.callback = callback
  }

  submit(connection: unknown): void {
    const wire = connection as Wire
    wire.stream.cork()
    for (const { statement, values } of this.statements) {
      wire.bind({ statement: statement.name, values, valueMapper: toText })
      wire.describe({ type: 'P' })
      wire.execute({ rows: 0 })
    }
    wire.sync()
    wire.stream.uncork()
  }

  handleRowDescription({ fields }: { fields: FieldDef[] }): void {
    this.fields = fields
  }

  handleDataRow({ fields: values }: { fields: (string | null)[] }): void {
    const row: Row = {}
    for (const [index, { name, dataTypeID }] of this.fields.entries()) {
      const value = values[index] ?? null
      row[name] = value === null ? null : (types.getTypeParser(dataTypeID, 'text')(value) as unknown)
    }
    this.answers[this.at]?.push(row)
  }

  handleCommandComplete(): void {
    this.at += 1
  }

  handleEmptyQuery(): void {
    this.at += 1
  }

  handleReadyForQuery(): void {
    this.callback(null, this.answers)
  }

  handleError(fault: Error): void {
    this.callback(fault)
  }
}

function toText(value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return arrayText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | bigint | boolean)
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`
}

function elementText(value: unknown): string {
  const text = toText(value)
  return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`
}
