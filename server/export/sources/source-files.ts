import canonicalize from 'canonicalize'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { sv } from '../sv.ts'
import { figuresFile } from './figures-file.ts'
import { tableFiles } from './table-files.ts'

/** RFC 8785. */
export function canonicalText(report: ResolvedReport): string {
  const text = canonicalize(report)
  if (text === undefined) throw new TypeError('a resolved report is always JSON')
  return text
}

/**
 * What a PDF of the report carries: the report itself as JSON, and its figures as tables.
 * @param stored the text that was stored when the report was locked; what is made anew of an older format differs
 */
export function sourceFiles(report: ResolvedReport, stored?: string): EmbeddedFile[] {
  return [
    {
      name: 'rapport.json',
      mediaType: 'application/json',
      relationship: 'Source',
      description: sv.sources.report,
      bytes: new TextEncoder().encode(stored ?? canonicalText(report)),
    },
    ...figuresFile(report),
    ...tableFiles(report),
  ]
}
