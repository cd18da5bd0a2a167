import { formatValue } from '#editor/core/structure/format-value.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** What an earlier report promised is a question that this one answers: how far has it come? */
export const carriedMeasure: Check = {
  rule: 'carried-measure',
  run: ({ sections }) =>
    sections.flatMap(({ id, number, heading, tables }) =>
      tables.flatMap(({ kind, rows }) =>
        rows
          .filter(row => row.unanswered)
          .map(({ values }) => {
            const status = kind.fields.find(field => field.key === 'status')
            const said = status && values.status ? formatValue(status, values.status) : null
            return {
              rule: 'carried-measure',
              level: 'stop' as const,
              sectionId: id,
              message: sv.unanswered(number, heading, values.atgard ?? kind.one, said),
            }
          }),
      ),
    ),
}
