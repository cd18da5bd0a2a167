import { buttonStyle } from '#editor/ui/button-style.ts'
import type { ReminderSettings as Settings } from '#server/reminders/own-settings.ts'
import { setRemindersAction } from '../actions.ts'
import { sv as all } from '../sv.ts'

const sv = all.reminders

/** Whether the person gets reminders by e-mail, and where to; works without scripts, for links from mail. */
export function ReminderSettings({
  settings: { email, wanted },
  mailIsSetUp,
}: {
  settings: Settings
  mailIsSetUp: boolean
}) {
  return (
    <section id="paminnelser" aria-labelledby="paminnelser-rubrik" className="mt-10 border-t border-line pt-5">
      <h2 id="paminnelser-rubrik" className="text-lg font-semibold">
        {sv.title}
      </h2>
      <p className="mt-1 text-muted">
        {!mailIsSetUp ? sv.noMail : email === null ? sv.noAddress : wanted ? sv.on(email) : sv.off}
      </p>
      {mailIsSetUp && email !== null && (
        <form action={setRemindersAction.bind(null, !wanted)} className="mt-3">
          <button type="submit" className={buttonStyle('secondary', 'md')}>
            {wanted ? sv.turnOff : sv.turnOn}
          </button>
        </form>
      )}
    </section>
  )
}
