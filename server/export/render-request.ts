import { DEFAULT_TYPEFACE } from '#editor/core/typefaces.ts'
import type { ExportFormat } from './exports.ts'
import { printable } from './printable.ts'
import type { RenderRequest } from './render-messages.ts'
import type { OnProgress } from './render-pdf.ts'

type Render = (request: RenderRequest, onProgress: OnProgress) => Promise<Uint8Array>

/** Each loads only what its format needs. */
const RENDERERS: Record<ExportFormat, Render> = {
  async pdf({ images, stored, signing, attached = [], firstPage, ...request }, onProgress) {
    const { renderPdf } = await import('./render-pdf.ts')
    const { resolved, files } = printable(request.resolved, request, stored)
    return renderPdf(resolved, images, onProgress, {
      files: () => [...files(), ...attached],
      signing,
      firstPage,
    })
  },
  async docx({ images, ...request }) {
    const { renderDocx } = await import('./render-docx.ts')
    return renderDocx(printable(request.resolved, request).resolved, images)
  },
  async html({ images, ...request }) {
    const { renderHtmlFile } = await import('./render-html-file.ts')
    return new TextEncoder().encode(renderHtmlFile(printable(request.resolved, request).resolved, images))
  },
  async archive(request, onProgress) {
    const { renderArchive } = await import('./archive/render-archive.ts')
    return renderArchive(request, onProgress)
  },
}

/** The file that is asked for. Takes seconds and hundreds of megabytes: the server has a child process do it. */
export const renderRequest: Render = (request, onProgress) => RENDERERS[request.format](request, onProgress)

/** Loads what a PDF needs, so that the first page comes sooner. */
export async function prepareRender(): Promise<void> {
  const [{ registerFonts }] = await Promise.all([import('#editor/pdf/text/fonts.ts'), import('./render-pdf.ts')])
  registerFonts(DEFAULT_TYPEFACE)
}
