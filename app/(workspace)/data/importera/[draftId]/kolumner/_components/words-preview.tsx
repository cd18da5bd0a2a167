'use client'

import { useEffect, useState } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import type { Pointing } from '#server/indicators/layout/pointing.ts'
import { type PointingWords, previewPointingAction } from '../actions.ts'
import { sv as all } from '../sv.ts'

const sv = all.preview
const PAUSE_MS = 300

/** The first values in words, a moment after each choice. */
export function WordsPreview({ draftId, pointing }: { draftId: string; pointing: Pointing }) {
  const [read, setRead] = useState<PointingWords | null>(null)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const words = await previewPointingAction(draftId, pointing).catch(error => ({
        words: [],
        problems: [noAnswer(error, sv.noContact)],
      }))
      if (isCurrent) setRead(words)
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [draftId, pointing])
  return (
    <section aria-labelledby="sa-lases" className="rounded-xl border border-line bg-surface p-5">
      <h2 id="sa-lases" className="text-xl font-semibold">
        {sv.title}
      </h2>
      <div role="status" className="mt-3">
        {read === null && <p>{sv.waiting}</p>}
        {read && read.words.length === 0 && read.problems.length === 0 && <p>{sv.none}</p>}
        <ul className="flex flex-col gap-1">
          {read?.words.map(({ line, about, what, value }) => (
            <li key={`${line}|${about}|${what}`}>
              <span className="text-muted">{sv.row(line)}: </span>
              {about}: {what.charAt(0).toLowerCase() + what.slice(1)} = <strong>{value}</strong>
            </li>
          ))}
        </ul>
        {read && read.problems.length > 0 && (
          <ul className="mt-3 flex list-disc flex-col gap-1 pl-5 text-bad">
            {read.problems.map(problem => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
