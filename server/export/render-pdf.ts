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

export interface RenderProgress extends Pick<ExportProgress, 'step' | 'share'> {
  /** A PDF of the first page alone, as it is in the whole file but without how many follow. Said once at most. */
  firstPage?: Uint8Array
}

export type OnProgress = (progress: RenderProgress) => void

interface RenderOptions {
  /** Ends the file with a page where these people can sign. */
  signing?: SigningPage | undefined
  /** What it carries besides; asked for when the pages are laid out. */
  files?: () => readonly EmbeddedFile[]
  /** The first page is wanted ahead, where it can be known before most of the report is laid out. */
  firstPage?: boolean | undefined
}

const pick = <T extends { pdf: unknown }>(registry: Record<string, T>) =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, output.pdf])) as Record<string, T['pdf']>

const outputs: PdfOutputs = { blocks: pick(blockOutputs), marks: pick(markOutputs) }

/** Share of the time that layout takes, and that the contents take; drawing takes the rest. */
const SHARE = { layout: 0.05, contents: 0.7, drawing: 0.75 }

/**
 * The report as a tagged PDF. Takes seconds and hundreds of megabytes: the server runs it in a child process.
 * @param images bytes by image id
 * @throws MissingGlyphError (code `missing-glyph`), UnknownContentError (code `unknown-content`)
 */
export async function renderPdf(
  resolved: ResolvedReport,
  images: ReadonlyMap<string, Uint8Array>,
  onProgress: OnProgress = () => {},
  { signing, files = () => [], firstPage = false }: RenderOptions = {},
): Promise<Uint8Array> {
  const context = { data: resolved.data, imageUrl: () => '' }
  const laidOut = await layoutReport({
    resolved,
    images,
    outputs,
    signing,
    sectionText: section => plainText(section.content, context),
    onStep: step => onProgress({ step, share: SHARE[step] }),
    onFirstPage: firstPage
      ? async first => {
          const drawn = await drawReport(first, { isBeginning: true })
          onProgress({ step: 'layout', share: SHARE.layout, firstPage: drawn })
        }
      : undefined,
  })
  return drawReport(laidOut, {
    files: files(),
    onPage: (drawn, total) =>
      onProgress({ step: 'drawing', share: SHARE.drawing + ((1 - SHARE.drawing) * drawn) / total }),
  })
}
