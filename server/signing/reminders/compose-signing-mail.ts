import { escapeHtml } from '#editor/core/escape-html.ts'
import { type ReminderMail, settingsUrl } from '../../reminders/compose-mail.ts'
import { sv } from './sv.ts'

export interface AskedSigner {
  name: string
  roundId: string
  title: string
  capacity: string
  startedBy: string
  /** ISO date. */
  deadline: string | null
  message: string | null
  /** Has been told before. */
  again: boolean
}

/** Asks one person for one signature. @param publicUrl without a slash at its end */
export function composeSigningMail(asked: AskedSigner, publicUrl: string): ReminderMail {
  const { name, roundId, title, capacity, startedBy, deadline, message, again } = asked
  const url = `${publicUrl}/underskrifter/${roundId}`
  const off = settingsUrl(publicUrl)
  const said = [
    sv.asked(startedBy, title, capacity),
    ...(deadline ? [sv.deadline(deadline)] : []),
    ...(message ? [sv.message(message)] : []),
  ]
  const text = [sv.greeting(name), '', ...said, '', url, '', sv.howTo, '', `${sv.off} ${off}`, ''].join('\n')
  const link = (address: string): string => `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`
  const html = `<!doctype html>
<html lang="sv"><body>
<p>${escapeHtml(sv.greeting(name))}</p>
${said.map(line => `<p>${escapeHtml(line)}</p>`).join('\n')}
<p>${link(url)}</p>
<p>${escapeHtml(sv.howTo)}</p>
<p>${escapeHtml(sv.off)} ${link(off)}</p>
</body></html>
`
  return { subject: sv.subject(title, again), text, html }
}
