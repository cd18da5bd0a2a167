import { escapeHtml } from '#editor/core/escape-html.ts'
import { daysBetween } from '../today.ts'
import { sv } from './sv.ts'

export interface RemindedSection {
  id: string
  heading: string
  reportId: string
  reportTitle: string
  /** ISO date; null where nobody has set a day. */
  deadline: string | null
}

export interface ReminderMail {
  subject: string
  text: string
  html: string
}

/** Positive for what is late. */
const daysLate = (deadline: string | null, today: string): number =>
  deadline === null ? 0 : daysBetween(deadline, today)

/** Where the settings for reminders are. */
export const settingsUrl = (publicUrl: string): string => `${publicUrl}/mina-avsnitt#paminnelser`

/**
 * One mail about everything that a person is reminded of.
 * @param today ISO date
 * @param publicUrl without a slash at its end
 */
export function composeMail(
  name: string,
  sections: readonly RemindedSection[],
  { today, publicUrl }: { today: string; publicUrl: string },
): ReminderMail {
  const lines = sections.map(({ id, heading, reportId, reportTitle, deadline }) => ({
    title: `${heading} (${reportTitle})`,
    when: sv.when(deadline, daysLate(deadline, today)),
    url: `${publicUrl}/mina-avsnitt/${reportId}#avsnitt-${id}`,
  }))
  const late = sections.filter(({ deadline }) => daysLate(deadline, today) > 0).length
  const off = settingsUrl(publicUrl)
  const text = [
    sv.greeting(name),
    '',
    sv.intro(lines.length),
    ...lines.flatMap(({ title, when, url }) => ['', `- ${title}`, `  ${when}`, `  ${url}`]),
    '',
    sv.howTo,
    '',
    `${sv.off} ${off}`,
    '',
  ].join('\n')
  const items = lines.map(
    ({ title, when, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a><br>${escapeHtml(when)}</li>`,
  )
  const html = `<!doctype html>
<html lang="sv"><body>
<p>${escapeHtml(sv.greeting(name))}</p>
<p>${escapeHtml(sv.intro(lines.length))}</p>
<ul>${items.join('\n')}</ul>
<p>${escapeHtml(sv.howTo)}</p>
<p>${escapeHtml(sv.off)} <a href="${escapeHtml(off)}">${escapeHtml(off)}</a></p>
</body></html>
`
  return { subject: sv.subject(lines.length, late), text, html }
}
