import { holders } from '#templates/kinds.ts'
import type { Template } from '#templates/template.ts'

export interface LostReference {
  /** Heading of the section in the product's template. */
  heading: string
  law: string
}

/**
 * Law references that a template had and its copy has no more. A section may be renamed and moved, and its references go
 * with it; what the law asks for does not go away because the section did.
 */
export function lostReferences(base: Template, copy: Template): LostReference[] {
  const kept = new Map(holders(copy).map(holder => [holder.key, new Set(holder.lawReferences)]))
  return holders(base).flatMap(({ key, lawReferences, ...holder }) =>
    lawReferences
      .filter(law => !kept.get(key)?.has(law))
      .map(law => ({ heading: 'heading' in holder ? holder.heading : key, law })),
  )
}
