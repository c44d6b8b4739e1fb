import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The least that can send a page: node:http and the very bytes, in memory. */
const { PORT, PEER_ANSWERS } = process.env
const answers = new Map(Object.entries(JSON.parse(readFileSync(PEER_ANSWERS ?? '', 'utf8')) as Record<string, { headers: Record<string, string>; body: string }>).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]))

createServer((request, response) => {
  const answer = answers.get(request.url ?? '')
  if (!answer) return void response.writeHead(404).end()
  response.writeHead(200, answer.headers)
  response.end(answer.body)
}).listen(Number(PORT), '127.0.0.1')
