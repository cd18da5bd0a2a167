import type { ReactNode } from 'react'
import type { Figure, FigureRef, Indicator } from '../../core/figure.ts'
import { originName } from '../../core/figure-words.ts'
import { formatInstant } from '../../core/format-date.ts'
import { formatNumber } from '../../core/format-number.ts'
import { periodName } from '../../core/period.ts'
import { sourceName } from '../../core/source-name.ts'
import { sv as words } from './sv.ts'

const sv = words.facts

/** "121 av 144" or "n = 144"; null where the figure is no share of anything. */
function basis({ numerator, denominator }: Figure): string | null {
  if (denominator === null) return null
  const of = formatNumber(denominator, 0)
  return numerator === null ? sv.of(of) : sv.fraction(formatNumber(numerator, 0), of)
}

export interface FigureFactsProps {
  indicator: Indicator
  figure: Figure | null
  figureRef: FigureRef
}

export function FigureFacts({ indicator, figure, figureRef }: FigureFactsProps) {
  const passport = figure?.passport
  const facts: [string, ReactNode][] = [
    [sv.source, passport?.sourceName ?? sourceName(passport?.source ?? indicator.source)],
    [sv.origin, passport && originName(passport)],
    [sv.query, passport?.query],
    [sv.imported, passport && sv.by(formatInstant(passport.importedAt), passport.importedBy)],
    [sv.period, periodName(figureRef.period)],
    [sv.n, figure && basis(figure)],
    [sv.note, figure?.note],
    [sv.definition, indicator.definition],
    [sv.code, indicator.code],
    [sv.target, words.better[indicator.better]],
    [sv.file, passport?.fileName && <code className="text-sm break-all">{passport.fileSha256}</code>],
  ]
  return (
    <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[max-content_1fr]">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-muted max-sm:mt-1.5">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
