import { measureOf } from '#editor/core/structure/bounds.ts'
import type { Bound, Condition, Field } from '#editor/core/structure/field.ts'
import type { Holder } from './kinds.ts'
import type { Template } from './template.ts'

/** `no-match`: what a rule puts beside each other cannot be measured against each other. */
export type RuleFault = 'unknown-section' | 'unknown-rows' | 'no-match'

interface Fault {
  path: string[]
  code: RuleFault | 'unknown-field'
  detail: string
}

/** Whether a condition asks something that its field can answer: a choice that it has, or a typed number. */
export function isCondition(condition: Condition, fields: readonly Field[]): boolean {
  const field = fields.find(({ key }) => key === condition.field)
  if (!('is' in condition)) return field?.type === 'number'
  return field?.type === 'choice' && condition.is.every(key => field.options.some(option => option.key === key))
}

function faultOfBound(field: Field, bound: Bound, own: readonly Field[], { fields, sections }: Template) {
  const place = bound.in
  const section = typeof place === 'object' ? sections.find(({ key }) => key === place.section) : null
  if (section === undefined) return { code: 'unknown-section' as const, detail: (place as { section: string }).section }
  const among = section?.fields ?? (place === 'report' ? fields : own)
  const other = among.find(({ key }) => key === bound.field)
  if (!other) return { code: 'unknown-field' as const, detail: bound.field }
  const measure = measureOf(field)
  const isDay = measure === 'day'
  if (measure === null || measure !== measureOf(other) || (!isDay && (bound.plus || bound.edge)))
    return { code: 'no-match' as const, detail: `${field.label}, ${other.label}` }
  return null
}

/** What is wrong with the measures of fields by each other. @param path of the holder */
export const faultsOfBounds = (fields: readonly Field[], path: string[], template: Template): Fault[] =>
  fields.flatMap(field =>
    (['least', 'most'] as const).flatMap(side =>
      (field[side] ?? []).flatMap(bound => {
        const fault = faultOfBound(field, bound, fields, template)
        return fault ? [{ path: [...path, field.key, side], ...fault }] : []
      }),
    ),
  )

/** What is wrong with the rows that a holder's answers ask for. @param path of the holder */
export function faultsOfNeeds(holder: Holder, path: string[]): Fault[] {
  const kinds = [...holder.rows, ...('parts' in holder ? holder.parts.flatMap(({ rows }) => rows) : [])]
  return (holder.needs ?? []).flatMap(({ when, rows, with: filled }, at): Fault[] => {
    const here = [...path, 'needs', String(at)]
    const found = kinds.filter(({ key }) => rows.includes(key))
    return [
      ...(isCondition(when, holder.fields) ? [] : [{ path: here, code: 'unknown-field' as const, detail: when.field }]),
      ...rows
        .filter(key => !found.some(kind => kind.key === key))
        .map((detail): Fault => ({ path: here, code: 'unknown-rows', detail })),
      ...filled
        .filter(key => found.some(({ fields }) => !fields.some(field => field.key === key)))
        .map((detail): Fault => ({ path: here, code: 'unknown-field', detail })),
    ]
  })
}
