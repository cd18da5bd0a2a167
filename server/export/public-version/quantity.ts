import type { Figure, Indicator } from '#editor/core/figure.ts'

/** What of a figure adds up: the number itself where something is counted, else what its share was counted from. */
export const PARTS = ['value', 'numerator', 'denominator'] as const
export type Part = (typeof PARTS)[number]

/** The name of one part of one figure in the equations. */
export const quantity = (figureKey: string, part: Part): string => `${figureKey}#${part}`

/** The figure that a {@link quantity} is of; null for what stands for no figure. */
export const figureOf = (name: string): string | null => {
  const at = name.lastIndexOf('#')
  return PARTS.some(part => part === name.slice(at + 1)) ? name.slice(0, at) : null
}

/** Whether the figure has the part, known to us or hidden by its source. */
export function hasPart({ unit }: Indicator, figure: Figure, part: Part): boolean {
  const isCount = unit === 'count' || unit === 'persons'
  if (part === 'value' ? !isCount : isCount) return false
  return figure.status === 'suppressed' || figure[part] !== null
}
