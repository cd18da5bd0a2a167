import type { Field } from '#editor/core/structure/field.ts'
import type { RowKind } from '#editor/core/structure/row-kind.ts'
import { faultsOfBounds, faultsOfNeeds, isCondition, type RuleFault } from './find-rule-faults.ts'
import { holders, rowKinds, unitKinds } from './kinds.ts'
import { MOST_OF_CAPACITY } from './signing-limits.ts'
import type { Template } from './template.ts'

export interface TemplateFault {
  /** To the place in the template: ['sections', '3', 'heading']. */
  path: string[]
  /** `form`: not what the schema asks for; the others name what does not fit together. */
  code:
    | 'form'
    | 'signers'
    | 'twice'
    | 'unknown-field'
    | 'no-number'
    | 'too-deep'
    | 'empty'
    | 'measure'
    | 'law'
    | RuleFault
  /** The name that is meant. */
  detail: string
}

const MEASURE_KEYS = ['atgard', 'ansvarig', 'klart', 'status']
const twice = (keys: readonly string[]): string[] => [...new Set(keys.filter((key, at) => keys.indexOf(key) !== at))]
const isNumber = (field: Field | undefined): boolean => field?.type === 'number' || field?.type === 'computed'

function faultsOfFields(fields: readonly Field[], path: string[], template: Template): TemplateFault[] {
  const keys = fields.map(field => field.key)
  const named = (key: string) => fields.find(field => field.key === key)
  const unknown = (key: string): TemplateFault => ({ path, code: 'unknown-field', detail: key })
  return [
    ...twice(keys).map((detail): TemplateFault => ({ path, code: 'twice', detail })),
    ...fields.flatMap(field => {
      if (typeof field.required === 'object' && !isCondition(field.required, fields))
        return [unknown(field.required.field)]
      if (field.type !== 'computed') return []
      return field.compute.of.flatMap((key): TemplateFault[] => {
        if (!named(key)) return [unknown(key)]
        return isNumber(named(key)) ? [] : [{ path, code: 'no-number', detail: key }]
      })
    }),
    ...faultsOfBounds(fields, path, template),
  ]
}

function faultsOfRows(kind: RowKind, path: string[], template: Template): TemplateFault[] {
  const { fields, sums, matrix, start, measure, groups } = kind
  const numbers = [...sums, ...(matrix ? [matrix.rows, matrix.columns] : [])]
  const keys = fields.map(field => field.key)
  return [
    ...faultsOfFields(fields, path, template),
    ...numbers
      .filter(key => !isNumber(fields.find(field => field.key === key)))
      .map((detail): TemplateFault => ({ path, code: 'no-number', detail })),
    ...start
      .flatMap(row => Object.keys(row))
      .filter(key => !keys.includes(key))
      .map((detail): TemplateFault => ({ path, code: 'unknown-field', detail })),
    ...(groups && !fields.some(({ key, type }) => key === groups.by && (type === 'text' || type === 'choice'))
      ? [{ path, code: 'unknown-field' as const, detail: groups.by }]
      : []),
    ...(measure ? MEASURE_KEYS : [])
      .filter(key => !keys.includes(key))
      .map((detail): TemplateFault => ({ path, code: 'measure', detail })),
  ]
}

/** What its schema cannot say of a template: names that are there twice or not at all, and headings too deep. */
export function findFaults(template: Template): TemplateFault[] {
  const { sections, fields, signing } = template
  const path = (key: string): string[] => ['sections', key]
  return [
    ...faultsOfFields(fields, ['fields'], template),
    ...(signing.capacities.some(capacity => capacity.length > MOST_OF_CAPACITY)
      ? [{ path: ['signing'], code: 'signers' as const, detail: 'capacities' }]
      : []),
    ...twice(sections.map(section => section.key)).map(
      (detail): TemplateFault => ({ path: path(detail), code: 'twice', detail }),
    ),
    ...holders(template).flatMap(holder => [
      ...faultsOfFields(holder.fields, path(holder.key), template),
      ...faultsOfNeeds(holder, path(holder.key)),
    ]),
    ...rowKinds(template).flatMap(kind => faultsOfRows(kind, path(kind.key), template)),
    ...holders(template).flatMap(holder =>
      twice([...holder.rows, ...('units' in holder ? holder.units : [])].map(kind => kind.key)).map(
        (detail): TemplateFault => ({ path: path(holder.key), code: 'twice', detail }),
      ),
    ),
    ...unitKinds(template).flatMap(kind =>
      twice(kind.parts.map(part => part.key)).map(
        (detail): TemplateFault => ({ path: path(kind.key), code: 'twice', detail }),
      ),
    ),
    ...sections.flatMap(({ key, level, units }) =>
      units
        .filter(unit => level + (unit.parts.length || unit.units.length ? 2 : 1) > 3)
        .map((unit): TemplateFault => ({ path: path(key), code: 'too-deep', detail: unit.one })),
    ),
    ...sections
      .filter(one => !one.text && !one.fields.length && !one.rows.length && !one.units.length && !one.overview)
      .map((one): TemplateFault => ({ path: path(one.key), code: 'empty', detail: one.heading })),
    ...(sections[0] && sections[0].level !== 1
      ? [{ path: path(sections[0].key), code: 'too-deep' as const, detail: sections[0].heading }]
      : []),
  ]
}
