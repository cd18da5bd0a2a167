/** No mail server is set, so nobody can be reminded. */
export class MailNotSetUpError extends Error {
  override name = 'MailNotSetUpError'
  readonly code = 'mail-not-set-up'
  constructor() {
    super('SMTP_URL is not set')
  }
}
