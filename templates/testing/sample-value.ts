import type { Field } from '#editor/core/structure/field.ts'

function sampleNumber({ min, max, decimals }: Extract<Field, { type: 'number' }>, n: number): string {
  const within = Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? 0, n))
  return decimals === 0 || max !== undefined ? String(within) : `${within}.5`
}

/**
 * Something that the field takes, as it is typed.
 * @param n tells rows and units apart
 * @returns null for what cannot be filled in without more: what is computed, and reports
 */
export function sampleValue(field: Field, n: number): string | null {
  switch (field.type) {
    case 'number':
      return sampleNumber(field, n)
    case 'date':
      return `2024-0${1 + (n % 9)}-15`
    case 'period':
      return String(2023 + (n % 3))
    case 'choice':
      return field.options[n % field.options.length]?.key ?? null
    case 'role':
      return `Enhetschef ${n}`
    case 'diaryNumber':
      return `VON/2024:${n}`
    case 'text':
      return field.long || field.quote
        ? `${field.label} ${n} i hela meningar, som räcker till mer än en rad i en tabell.\nOch en rad till.`
        : `${field.label} ${n}`
    default:
      return null
  }
}
