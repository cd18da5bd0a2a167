import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string[]
  /** Headers and body as they came over the wire. */
  source: string
}

export interface MailServer {
  url: string
  received: Received[]
  /** While true, every mail is refused with a temporary error. */
  refuses: boolean
  close(): Promise<void>
}

/** A real SMTP server on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const mail: MailServer = { url: '', received: [], refuses: false, close: async () => {} }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mail.refuses) return done(Object.assign(new Error('Mailbox busy'), { responseCode: 451 }))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        mail.received.push({ to, source: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  const { server: net } = server
  server.listen(0, '127.0.0.1')
  if (!net.listening) await once(net, 'listening')
  mail.url = `smtp://127.0.0.1:${(net.address() as AddressInfo).port}`
  mail.close = () => new Promise<void>(resolve => server.close(() => resolve()))
  return mail
}
