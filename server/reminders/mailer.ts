import { createTransport } from 'nodemailer'

export interface Mail {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** Where the person says no to more of them. */
  unsubscribe: string
}

export interface Mailer {
  /** @throws the mail server's refusal, or that it cannot be reached */
  send(mail: Mail): Promise<void>
  close(): void
}

/** A mail server that does not answer keeps the rows of one person locked for so long at most, ms. */
const PATIENCE = 20_000

/** @param url "smtp://user:password@host:587", or "smtps://" */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // A mail is made of its own words: nothing is read from disk or fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ unsubscribe, ...mail }) {
      await transport.sendMail({
        ...mail,
        from,
        list: { unsubscribe },
        headers: { 'auto-submitted': 'auto-generated', 'content-language': 'sv' },
      })
    },
    close: () => transport.close(),
  }
}
