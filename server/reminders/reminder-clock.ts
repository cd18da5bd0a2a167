import type { Db } from '#db/client.ts'
import { OutageLog } from '../outage-log.ts'
import { sendSigningMails } from '../signing/reminders/send-signing-mails.ts'
import type { Mailer } from './mailer.ts'
import { Pauses } from './pauses.ts'
import { planReminders } from './plan-reminders.ts'
import { sendReminders } from './send-reminders.ts'

/** How often it is looked for people to remind, ms: so long does somebody wait who has pressed "Påminn". */
const EVERY = 30_000
/** How often the calendar is looked at, ms: it asks for the same all day. */
const PLAN_EVERY = 10 * 60_000

export interface ReminderClockOptions {
  db: Db
  mailer: Mailer
  publicUrl: string
}

/** Plans and sends reminders while the server runs; on several nodes each does, and nobody is reminded twice. */
export class ReminderClock {
  readonly #pauses = new Pauses()
  readonly #outage = new OutageLog('planning and sending reminders')
  readonly #timer: ReturnType<typeof setInterval>
  #running: Promise<void> | null = null
  #nextPlan = 0

  constructor(private readonly options: ReminderClockOptions) {
    this.#timer = setInterval(() => void this.tick(), EVERY).unref()
  }

  /** One round; one at a time, however slow the mail server is. Never rejects. */
  tick(): Promise<void> {
    this.#running ??= this.#round().finally(() => {
      this.#running = null
    })
    return this.#running
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
    this.options.mailer.close()
  }

  async #round(): Promise<void> {
    const now = new Date()
    try {
      if (now.getTime() >= this.#nextPlan) {
        await planReminders(this.options, now)
        this.#nextPlan = now.getTime() + PLAN_EVERY
      }
      const sending = { ...this.options, pauses: this.#pauses, now }
      await sendReminders(sending)
      await sendSigningMails(sending)
      this.#outage.worked()
    } catch (error) {
      this.#outage.failed(error)
    }
  }
}
