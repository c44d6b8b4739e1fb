// What a host of functions does with one: loads it, hands it requests. Run without the right to write or to start anything.
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'

const { default: handle } = await import(pathToFileURL(process.argv[2]).href)
const server = createServer((request, response) => {
  Promise.resolve(handle(request, response)).catch((fault) => response.destroy(fault))
})
server.listen(0, '127.0.0.1', () => console.log(`function at ${server.address().port}`))
