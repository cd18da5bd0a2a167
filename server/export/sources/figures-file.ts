import { type Figure, figureKey } from '#editor/core/figure.ts'
import { GENDER_NAMES, GOAL_NAMES, KIND_NAMES, sourceLine, unitName } from '#editor/core/figure-words.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { sv as words } from '../sv.ts'
import { csvBytes, storedNumber } from './csv.ts'

const sv = words.sources

const statusOf = ({ value, status, goal }: Figure): string => {
  if (value === null && goal) return GOAL_NAMES[goal]
  if (status) return sv.statuses[status]
  return value === null ? sv.statuses.missing : ''
}

/** Every figure of the report with its exact value and where it came from; nothing where there are none. */
export function figuresFile({ data: { indicators, figures } }: ResolvedReport): EmbeddedFile[] {
  const keys = Object.keys(figures).sort()
  if (keys.length === 0) return []
  const rows = keys.flatMap(key => {
    const figure = figures[key]
    const indicator = figure && indicators[figure.indicatorId]
    if (!figure || !indicator) return []
    const { kind, period, gender, value, numerator, denominator, note, passport } = figure
    return [
      [
        figureKey(figure),
        indicator.area,
        indicator.name,
        unitName(indicator),
        KIND_NAMES[kind],
        period,
        GENDER_NAMES[gender],
        storedNumber(value),
        storedNumber(numerator),
        storedNumber(denominator),
        statusOf(figure),
        note ?? '',
        sourceLine(passport),
      ],
    ]
  })
  return [
    {
      name: 'siffror.csv',
      mediaType: 'text/csv',
      relationship: 'Data',
      description: sv.figures,
      bytes: csvBytes([sv.figureColumns, ...rows]),
    },
  ]
}
