import { findFaults, type TemplateFault } from '#templates/find-faults.ts'
import { findTemplate } from '#templates/index.ts'
import { template as schema, type Template } from '#templates/template.ts'
import { lostReferences } from './law-references.ts'

/** A template that cannot be published: where, and why in Swedish. */
export type Checked = { template: Template; faults: [] } | { template: Template | null; faults: TemplateFault[] }

/**
 * Whether reports can be made from it. A draft may have faults; what is published has none.
 * @param basedOn key of the product's template that it began as
 */
export function checkTemplate(definition: unknown, basedOn: string | null): Checked {
  const parsed = schema.safeParse(definition)
  if (!parsed.success)
    return {
      template: null,
      faults: parsed.error.issues.map(({ path, message }) => ({
        path: path.map(part => String(part)),
        code: 'form',
        detail: message,
      })),
    }
  const base = basedOn === null ? undefined : findTemplate(basedOn)
  const lost = base ? lostReferences(base, parsed.data) : []
  const faults = [
    ...findFaults(parsed.data),
    ...lost.map(
      ({ heading, law }): TemplateFault => ({ path: ['sections'], code: 'law', detail: `${heading}: ${law}` }),
    ),
  ]
  return faults.length ? { template: parsed.data, faults } : { template: parsed.data, faults: [] }
}
