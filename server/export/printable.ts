import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import type { ExportWish } from './exports.ts'
import { withFigureAppendix } from './figure-appendix.ts'
import { publicVersion } from './public-version/public-version.ts'
import { sourceFiles } from './sources/source-files.ts'

export interface Printable {
  /** What is printed. */
  resolved: ResolvedReport
  /** What a PDF of it carries: never more than is printed may show. */
  files: () => EmbeddedFile[]
}

/** @param stored the text that was stored when the report was locked */
export function printable(
  resolved: ResolvedReport,
  { audience, figures }: Pick<ExportWish, 'audience' | 'figures'>,
  stored?: string,
): Printable {
  const isPublic = audience === 'public'
  const version = isPublic ? publicVersion(resolved) : resolved
  return {
    resolved: figures ? withFigureAppendix(version) : version,
    files: () => sourceFiles(version, isPublic ? undefined : stored),
  }
}
