import type { FigureRef } from '#editor/core/figure.ts'
import { GENDER_NAMES, KIND_NAMES, unitName } from '#editor/core/figure-words.ts'
import { periodName } from '#editor/core/period.ts'
import { GOAL_NAMES } from './goal-names.ts'
import type { InterpretedRow, RowIndicator, RowValue } from './import/interpret-row.ts'
import type { ColumnPlan } from './layout/plan-columns.ts'

/** A value that a file says, in words. */
export interface ObservationWords {
  line: number
  /** "Trycksår, Åtgärdsplan vid risk". */
  about: string
  /** "Resultat 2023". */
  what: string
  /** "96 %, n = 34". */
  value: string
}

function valueWords(value: RowValue, { unit, unitText, preliminary }: RowIndicator): string {
  if (value.goal) return value.note ?? GOAL_NAMES[value.goal]
  if (value.suppressed) return 'dolt av källan'
  if (value.value === null) return 'uppgift saknas'
  const number = value.value.replace('.', ',').replace('-', '\u2212')
  const word = unit === 'percent' ? '%' : unit === 'count' || unit === 'index' ? '' : unitName({ unit, unitText })
  const parts = [word ? `${number}\u00a0${word}` : number, value.denominator && `n = ${value.denominator}`]
  return [...parts, preliminary && 'preliminärt'].filter(Boolean).join(', ')
}

const whatWords = (kind: FigureRef['kind'], period: string, gender: FigureRef['gender']): string =>
  [`${KIND_NAMES[kind]} ${periodName(period)}`, gender === 'T' ? '' : GENDER_NAMES[gender].toLowerCase()]
    .filter(Boolean)
    .join(', ')

/** What rows of a file say, value by value, in the order of the file. */
export function observationWords(rows: InterpretedRow[], plan: ColumnPlan): ObservationWords[] {
  return rows.flatMap(({ line, indicators }) =>
    indicators.flatMap(indicator => {
      const columns = plan.values.filter(column => column.measure === indicator.measure)
      return indicator.values.flatMap((value, index) => {
        const column = columns[index]
        const period = value?.period ?? column?.at
        if (!value || !column || !period) return []
        return [
          {
            line,
            about: [indicator.area, indicator.name].filter(Boolean).join(', '),
            what: whatWords(column.kind, period, indicator.gender),
            value: valueWords(value, indicator),
          },
        ]
      })
    }),
  )
}
