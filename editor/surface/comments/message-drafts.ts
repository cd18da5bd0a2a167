const PREFIX = 'samskrift-comment'

const keyOf = (userId: string, reportId: string, of: string): string => [PREFIX, userId, reportId, of].join(':')

/** What is written in messages and not sent. It stays in this browser until it is; the user is in the name. */
export class MessageDrafts {
  constructor(
    private readonly userId: string,
    private readonly reportId: string,
  ) {}

  /** @param of the thread, the message that is changed, or "new" */
  read(of: string): string {
    return localStorage.getItem(keyOf(this.userId, this.reportId, of)) ?? ''
  }

  keep(of: string, text: string): void {
    const key = keyOf(this.userId, this.reportId, of)
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  }
}

/** Throws away what a user has written in messages and not sent, in all reports. */
export function forgetMessages(userId: string): void {
  const start = `${PREFIX}:${userId}:`
  for (const key of Object.keys(localStorage)) if (key.startsWith(start)) localStorage.removeItem(key)
}
