import { figureAspect } from '#editor/core/figure-words.ts'
import { exactDecimals, formatNumber } from '#editor/core/format-number.ts'
import { showValue } from '#editor/core/show-value.ts'
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
  const shown = showValue({ unit, unitText, decimals: exactDecimals(0, value.value) }, { value: value.value })
  const n = value.denominator && `n = ${formatNumber(value.denominator, exactDecimals(0, value.denominator))}`
  return [shown, n, preliminary && 'preliminärt'].filter(Boolean).join(', ')
}

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
            what: figureAspect({ kind: column.kind, period, gender: indicator.gender }),
            value: valueWords(value, indicator),
          },
        ]
      })
    }),
  )
}
