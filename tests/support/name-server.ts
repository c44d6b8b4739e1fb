import dns2 from 'dns2'

/** A name server of a test's own, which speaks the real protocol on loopback. */
export interface NameServer {
  /** Address and port, as DNS_SERVERS takes it. */
  address: string
  /** What each name has; a name that is missing does not exist. */
  records: Map<string, { txt?: string[]; a?: string[] }>
  /** While true, nothing is answered. */
  isSilent: boolean
  /** How many questions came. */
  asked: number
  close(): Promise<void>
}

/** @param port a free one of UDP; 0 takes any */
export async function startNameServer(port = 0): Promise<NameServer> {
  const records: NameServer['records'] = new Map()
  const server: NameServer = { address: '', records, isSilent: false, asked: 0, close: async () => listener.close() }
  const listener = dns2.createServer({
    udp: true,
    handle(request, send) {
      server.asked += 1
      if (server.isSilent) return
      const answer = dns2.Packet.createResponseFromRequest(request)
      const [question] = request.questions
      const name = question?.name.toLowerCase() ?? ''
      const found = records.get(name)
      // 3: there is no such name.
      if (!found) answer.header.rcode = 3
      const add = (type: number, value: { data: string } | { address: string }) => void answer.answers.push(new dns2.Packet.Resource({ name, type, class: dns2.Packet.CLASS.IN, ttl: 0, ...value }))
      if (question?.type === dns2.Packet.TYPE.TXT) for (const data of found?.txt ?? []) add(question.type, { data })
      if (question?.type === dns2.Packet.TYPE.A) for (const address of found?.a ?? []) add(question.type, { address })
      void send(answer)
    },
  })
  await listener.listen({ udp: { port, address: '127.0.0.1' } })
  const { udp } = listener.addresses()
  server.address = `127.0.0.1:${(udp as { port: number }).port}`
  return server
}
