import { FileInput, FilePlus2 } from 'lucide-react'
import { buttonStyle } from '../../ui/button-style.ts'
import { useStore, useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'

/** What comes after this report: next year's, the one on this plan, its cover note. And what it, or its text, came from. */
export function MakeLinks() {
  const { report, may } = useStore(useSurface().structure, state => state.structure)
  const { id, makes, madeFrom } = report
  const takesText = may.write && !report.lockedAt
  if (!makes.length && !madeFrom && !takesText) return null
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      {madeFrom && (
        <p className="text-muted">
          {sv.madeFrom}{' '}
          <a href={`/rapporter/${madeFrom.id}`} className="text-accent underline underline-offset-2">
            {madeFrom.title}
          </a>
        </p>
      )}
      {takesText && (
        <a href={`/rapporter/${id}/word`} className={buttonStyle('ghost', 'sm', '-ml-2')}>
          <FileInput aria-hidden />
          {sv.word}
        </a>
      )}
      {makes.length > 0 && (
        <ul aria-label={sv.makes} className="-ml-2 flex flex-wrap gap-1">
          {makes.map(({ key, name, follows }) => (
            <li key={key}>
              <a href={`/rapporter/ny?fran=${id}&mall=${key}`} className={buttonStyle('ghost', 'sm')}>
                <FilePlus2 aria-hidden />
                {follows ? sv.followUp : sv.make(name)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
