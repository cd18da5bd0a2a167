import Big from 'big.js'
import { fieldValue, isAsked } from './compute.ts'
import type { Bound, Field, RuleLevel, Values } from './field.ts'
import { formatValue } from './format-value.ts'
import { addMonths, periodSpan } from './period-span.ts'
import type { StructuredSection } from './structured-section.ts'
import { sv } from './sv.ts'

export interface Holder {
  fields: readonly Field[]
  values: Values
}

/** Where a rule may look: in the holder of the field itself, and in the report that it is part of. */
export interface Scope {
  own: Holder
  report: Holder
  sections: readonly (Pick<StructuredSection, 'fields' | 'values' | 'unit'> & { key: string })[]
}

/** Two fields that cannot both be right. */
export interface Conflict {
  level: RuleLevel
  /** Swedish; names both fields and what stands in them. */
  message: string
}

interface Measured {
  field: Field
  value: string
}

function read({ fields, values }: Holder, key: string): Measured | null {
  const field = fields.find(one => one.key === key)
  const value = field ? fieldValue(fields, values, key) : null
  return field && value !== null ? { field, value } : null
}

function otherOf({ own, report, sections }: Scope, { field, in: place }: Bound): Measured | null {
  if (place === undefined) return read(own, field)
  if (place === 'report') return read(report, field)
  const section = sections.find(({ key, unit }) => key === place.section && unit === null)
  return section ? read(section, field) : null
}

/** What fields of a type are measured as; null for those that are not. */
export const measureOf = ({ type }: Field): 'number' | 'day' | null => {
  if (type === 'number' || type === 'computed') return 'number'
  return type === 'date' || type === 'period' ? 'day' : null
}

const dayOf = ({ field, value }: Measured, edge: 'start' | 'end'): string =>
  field.type === 'period' ? periodSpan(value)[edge] : value

const said = ({ field, value }: Measured) => ({ label: field.label, value: formatValue(field, value) })

function conflictWith(mine: Measured, bound: Bound, side: 'least' | 'most', scope: Scope): string | null {
  const other = otherOf(scope, bound)
  if (!other || measureOf(mine.field) !== measureOf(other.field)) return null
  if (measureOf(mine.field) === 'number') {
    const [a, b] = [new Big(mine.value), new Big(other.value)]
    return (side === 'least' ? a.gte(b) : a.lte(b)) ? null : sv[side](said(mine), said(other))
  }
  const months = bound.plus?.months ?? 0
  const limit = addMonths(dayOf(other, bound.edge ?? 'end'), months)
  const day = dayOf(mine, side === 'least' ? 'start' : 'end')
  const fits = side === 'least' ? day >= limit : day <= limit
  return fits ? null : sv[side === 'least' ? 'early' : 'late'](said(mine), said(other), { limit, months })
}

/** What is missing and asked for by another field, as a warning; null where nothing is. */
export function askedFor(field: Field, { fields, values }: Holder): string | null {
  if (!isAsked(field, values) || typeof field.required !== 'object' || values[field.key] !== undefined) return null
  const because = read({ fields, values }, field.required.field)
  return because ? sv.asked(field.label, said(because)) : null
}

/** What stands in a field against the others that its template measures it by; nothing while it is empty. */
export function conflictsOf(field: Field, scope: Scope): Conflict[] {
  if (!field.least && !field.most) return []
  const mine = read(scope.own, field.key)
  if (!mine) return []
  return (['least', 'most'] as const).flatMap(side =>
    (field[side] ?? []).flatMap(bound => {
      const message = conflictWith(mine, bound, side, scope)
      return message === null ? [] : [{ level: bound.level ?? 'warning', message }]
    }),
  )
}
