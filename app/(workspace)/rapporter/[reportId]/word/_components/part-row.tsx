'use client'

import { useState, useTransition } from 'react'
import { noAnswer } from '#app/ui/no-answer.ts'
import { SelectField } from '#app/ui/select-field.tsx'
import { Button } from '#editor/ui/button.tsx'
import { leaveAction, type Part, placeAction } from '../actions.ts'
import { sv } from '../sv.ts'

export interface ShownPart {
  id: string
  heading: string
  /** The beginning of its text, and what else it holds, in words. */
  text: string
  contents: string
  suggested: string | null
  /** What the section that it was placed in is called; null while it is not. */
  placedIn: string | null
  left: boolean
}

export interface PartRowProps {
  place: Omit<Part, 'partId'>
  part: ShownPart
  sections: { id: string; number: string; heading: string }[]
}

/** One part of the file: what it is, where it goes, and what has become of it. */
export function PartRow({ place, part, sections }: PartRowProps) {
  const [sectionId, setSectionId] = useState(part.suggested ?? '')
  const [error, setError] = useState<string | null>(null)
  const [busy, start] = useTransition()
  const own = { ...place, partId: part.id }
  const heading = part.heading || sv.before
  const put = () => {
    if (!sectionId) return setError(sv.chooseFirst)
    start(async () => setError(await placeAction(own, sectionId).catch(noAnswer)))
  }
  const leave = (left: boolean) => start(async () => setError(await leaveAction(own, left).catch(noAnswer)))

  return (
    <li className="rounded-xl border border-line bg-surface p-5">
      <h3 className="text-lg font-semibold">{heading}</h3>
      <p className="mt-1 text-muted">{part.text || sv.empty}</p>
      {part.contents && <p className="mt-1 text-sm text-muted">{part.contents}</p>}
      <div role="status" className="mt-3 font-semibold">
        {part.placedIn !== null ? sv.placed(part.placedIn) : part.left ? sv.isLeft : null}
      </div>
      {part.placedIn === null && !part.left && (
        <div className="mt-3 flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-72">
            <SelectField
              label={sv.section}
              placeholder={sv.choose}
              options={sections.map(({ id, number, heading: name }) => ({
                value: id,
                label: `${number} ${name}`.trim(),
              }))}
              value={sectionId}
              onChange={event => setSectionId(event.target.value)}
              error={error}
            />
          </div>
          <Button variant="primary" loading={busy} onClick={put} aria-label={`${sv.place}: ${heading}`}>
            {sv.place}
          </Button>
          <Button loading={busy} onClick={() => leave(true)} aria-label={`${sv.leave}: ${heading}`}>
            {sv.leave}
          </Button>
        </div>
      )}
      {part.left && (
        <Button className="mt-3" loading={busy} onClick={() => leave(false)} aria-label={`${sv.use}: ${heading}`}>
          {sv.use}
        </Button>
      )}
    </li>
  )
}
