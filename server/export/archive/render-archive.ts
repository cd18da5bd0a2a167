import { printable } from '../printable.ts'
import { renderHtmlFile } from '../render-html-file.ts'
import type { RenderRequest } from '../render-messages.ts'
import { type OnProgress, renderPdf } from '../render-pdf.ts'
import { makeArchivePackage } from './make-archive-package.ts'

/** What the archive keeps is the organisation's own version, with every source. */
const WISH = { audience: 'internal', figures: true } as const

/** Renders what the package holds, and packs it. A signed file is taken as it is. */
export async function renderArchive(request: RenderRequest, onProgress: OnProgress): Promise<Uint8Array> {
  const { archive, stored, images } = request
  if (!archive || stored === undefined) throw new TypeError('an archive package is made of what was locked')
  const { resolved, files } = printable(request.resolved, WISH, stored)
  const pdf = archive.signed?.bytes ?? (await renderPdf(resolved, images, onProgress, { files }))
  onProgress({ step: 'packing', share: 0.98 })
  return makeArchivePackage({
    resolved: request.resolved,
    stored,
    images,
    facts: archive,
    pdf,
    html: renderHtmlFile(resolved, images),
  })
}
