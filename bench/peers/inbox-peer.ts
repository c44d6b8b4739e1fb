import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The ceiling: a bare server that takes a delivery of Clerk's, verifies it, writes it to a table like the inbox's by one
 * prepared statement that commits by itself, and says 200. No duplicate is noticed but by the key, nothing is done.
 */
const { PORT, PEER_DATABASE_URL, PEER_SECRET } = process.env
const key = Buffer.from((PEER_SECRET ?? '').replace('whsec_', ''), 'base64')
const pool = new pg.Pool({ connectionString: PEER_DATABASE_URL, max: 10 })
const insert = `insert into bench_events (id, provider, event_id, event_type, payload, body_sha256, occurred_at)
  values ($1, 'clerk', $2, $3, $4, '', $5) on conflict (provider, event_id) do nothing`

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const body = Buffer.concat(chunks)
    const [id, seconds, signature] = ['svix-id', 'svix-timestamp', 'svix-signature'].map((name) => String(request.headers[name]))
    const expected = createHmac('sha256', key).update(`${id}.${seconds}.`).update(body).digest()
    const given = Buffer.from(signature?.slice(3) ?? '', 'base64')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return response.writeHead(400).end()

    const { type, data, timestamp } = JSON.parse(body.toString('utf8')) as { type: string; data: unknown; timestamp: number }
    pool.query({ name: 'insert', text: insert, values: [randomUUID(), id, type, JSON.stringify(data), new Date(timestamp)] }).then(
      () => response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"received":true}'),
      (fault: unknown) => response.writeHead(503).end(String(fault)),
    )
  })
}).listen(Number(PORT), '127.0.0.1')
