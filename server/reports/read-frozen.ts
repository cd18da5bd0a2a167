import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { UNSTRUCTURED } from '#editor/core/structure/structured-section.ts'

type Older = Omit<ResolvedReport, 'format' | 'sections'> & {
  format: 1
  sections: Omit<ResolvedSection, keyof typeof UNSTRUCTURED | 'written'>[]
}

/** What was locked, as it was stored. Reports of the first format had running text alone. */
export function readFrozen(text: string): ResolvedReport {
  const stored = JSON.parse(text) as ResolvedReport | Older
  if (stored.format === 2) return stored
  return {
    ...stored,
    format: 2,
    report: { ...stored.report, fields: [], values: {}, facts: [] },
    sections: stored.sections.map(section => ({
      ...section,
      ...UNSTRUCTURED,
      written: section.content,
    })),
  }
}
