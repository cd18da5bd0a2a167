import { blockOutputs } from '#editor/blocks/outputs.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { SigningPage } from '#editor/core/signing-page.ts'
import { markOutputs } from '#editor/marks/outputs.ts'
import { drawReport } from '#editor/pdf/draw/draw-report.ts'
import type { EmbeddedFile } from '#editor/pdf/draw/embed-files.ts'
import { layoutReport } from '#editor/pdf/layout/layout-report.ts'
import type { PdfOutputs } from '#editor/pdf/pdf-block.ts'
import type { ExportProgress } from './exports.ts'

export type OnProgress = (progress: Pick<ExportProgress, 'step' | 'share'>) => void

const pick = <T extends { pdf: unknown }>(registry: Record<string, T>) =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, output.pdf])) as Record<string, T['pdf']>

const outputs: PdfOutputs = { blocks: pick(blockOutputs), marks: pick(markOutputs) }

/** Share of the time that layout takes, and that the contents take; drawing takes the rest. */
const SHARE = { layout: 0.05, contents: 0.7, drawing: 0.75 }

/**
 * The report as a tagged PDF. Takes seconds and hundreds of megabytes: the server runs it in a child process.
 * @param images bytes by image id
 * @param signing ends the file with a page where these people can sign
 * @param files what it carries besides
 * @throws MissingGlyphError (code `missing-glyph`), UnknownContentError (code `unknown-content`)
 */
export async function renderPdf(
  resolved: ResolvedReport,
  images: ReadonlyMap<string, Uint8Array>,
  onProgress: OnProgress = () => {},
  { signing, files = [] }: { signing?: SigningPage | undefined; files?: readonly EmbeddedFile[] } = {},
): Promise<Uint8Array> {
  const context = { data: resolved.data, imageUrl: () => '' }
  const laidOut = await layoutReport({
    resolved,
    images,
    outputs,
    signing,
    sectionText: section => plainText(section.content, context),
    onStep: step => onProgress({ step, share: SHARE[step] }),
  })
  return drawReport(laidOut, {
    files,
    onPage: (drawn, total) =>
      onProgress({ step: 'drawing', share: SHARE.drawing + ((1 - SHARE.drawing) * drawn) / total }),
  })
}
