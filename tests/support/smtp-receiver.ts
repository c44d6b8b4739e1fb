import { createServer, type Socket } from 'node:net'

/** A mail server of a test's own: it takes what it is given and remembers it. */
export interface SmtpReceiver {
  url: string
  /** Each mail as it came over the wire: envelope and raw message. */
  mails: { from: string; to: string; raw: string }[]
  /** Refuses the next mails with a temporary fault. */
  refuse(times: number): void
  close(): Promise<void>
}

/** Starts an SMTP server that speaks as much of RFC 5321 as a sender needs. */
export async function startSmtpReceiver(): Promise<SmtpReceiver> {
  const mails: SmtpReceiver['mails'] = []
  const state = { refusals: 0 }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    converse(socket, mails, state)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    mails,
    refuse: (times) => void (state.refusals = times),
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function converse(socket: Socket, mails: SmtpReceiver['mails'], state: { refusals: number }): void {
  const say = (line: string) => socket.write(`${line}\r\n`)
  let envelope = { from: '', to: '' }
  let buffer = ''
  let isData = false
  say('220 receiver.test')
  socket.on('error', () => {})
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      const end = isData ? buffer.indexOf('\r\n.\r\n') : buffer.indexOf('\r\n')
      if (end < 0) return
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + (isData ? 5 : 2))
      if (isData) {
        isData = false
        mails.push({ ...envelope, raw: part })
        say('250 taken')
      } else isData = answer(part)
    }
  })

  function answer(line: string): boolean {
    if (/^(EHLO|HELO)/i.test(line)) say('250 receiver.test')
    else if (/^MAIL FROM:/i.test(line)) {
      if (state.refusals > 0) {
        state.refusals -= 1
        say('451 later')
      } else {
        envelope = { ...envelope, from: line.slice(10) }
        say('250 go on')
      }
    } else if (/^RCPT TO:/i.test(line)) {
      envelope = { ...envelope, to: line.slice(8) }
      say('250 go on')
    } else if (/^DATA/i.test(line)) {
      say('354 go on')
      return true
    } else if (/^QUIT/i.test(line)) {
      say('221 bye')
      socket.end()
    } else say('250 go on')
    return false
  }
}
