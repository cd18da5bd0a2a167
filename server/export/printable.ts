import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { withCommentAppendix } from './comment-appendix.ts'
import { withFigureAppendix } from './figure-appendix.ts'
import { publicVersion } from './public-version/public-version.ts'
import type { RenderRequest } from './render-messages.ts'
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
  { audience, figures, threads = [] }: Pick<RenderRequest, 'audience' | 'figures' | 'threads'>,
  stored?: string,
): Printable {
  const isPublic = audience === 'public'
  const version = isPublic ? publicVersion(resolved) : resolved
  return {
    resolved: withCommentAppendix(figures ? withFigureAppendix(version) : version, isPublic ? [] : threads),
    files: () => sourceFiles(version, isPublic ? undefined : stored),
  }
}
