'use client'

import { BellRing } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { useToast } from '#app/ui/toast.tsx'
import { formatDate } from '#editor/core/format-date.ts'
import { sectionElementId } from '#editor/surface/text/places.ts'
import { Button } from '#editor/ui/button.tsx'
import type { Reminded } from '#server/reminders/read-reminded.ts'
import type { LateSection } from '#server/reports/late-sections.ts'
import { remindAction } from '../actions.ts'
import { sv as all } from '../sv.ts'

const sv = all.late

export interface LateListProps {
  reportId: string
  late: (LateSection & { reminded: Reminded | null })[]
  mayRemind: boolean
  mailIsSetUp: boolean
}

const remindedWords = (reminded: Reminded | null): string =>
  reminded ? sv.reminded[reminded.state](formatDate(reminded.day)) : sv.never

/** Whom to ask, and for what; and asks them. */
export function LateList({ reportId, late, mayRemind, mailIsSetUp }: LateListProps) {
  const router = useRouter()
  const notify = useToast()
  const [asking, setAsking] = useState<string | null>(null)
  if (!late.length) return null
  const remind = async (which: string, sectionIds: string[]): Promise<void> => {
    setAsking(which)
    const answer = await remindAction(reportId, sectionIds).catch(error => ({ problem: noAnswer(error) }))
    setAsking(null)
    if ('problem' in answer) notify({ title: answer.problem, tone: 'bad' })
    else notify({ title: answer.done, tone: 'good' })
    router.refresh()
  }
  const may = mayRemind && mailIsSetUp
  return (
    <section aria-labelledby="sena-avsnitt" className="mt-8">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="sena-avsnitt" className="text-lg font-semibold">
          {sv.title}
        </h2>
        {may && late.length > 1 && (
          <Button
            icon={<BellRing aria-hidden />}
            loading={asking === 'all'}
            className="print:hidden"
            onClick={() =>
              void remind(
                'all',
                late.map(({ id }) => id),
              )
            }
          >
            {sv.remindAll}
          </Button>
        )}
      </div>
      {mayRemind && !mailIsSetUp && <p className="mt-1 text-sm text-muted print:hidden">{sv.noMail}</p>}
      <ul className="mt-2 flex flex-col divide-y divide-line rounded-xl bg-surface px-4 shadow-raised">
        {late.map(({ id, number, heading, deadline, ownerName, reminded }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <a href={`/rapporter/${reportId}#${sectionElementId(id)}`}>
                {number} {heading}
              </a>{' '}
              {sv.line(formatDate(deadline), ownerName ?? sv.nobody)}
              {mailIsSetUp && <span className="text-sm text-muted"> {remindedWords(reminded)}</span>}
            </div>
            {may && ownerName !== null && (
              <Button
                size="sm"
                icon={<BellRing aria-hidden />}
                loading={asking === id}
                aria-label={sv.remindAbout(`${number} ${heading}`)}
                className="print:hidden"
                onClick={() => void remind(id, [id])}
              >
                {sv.remind}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
