import { readFileSync } from 'node:fs'
import { deserialize } from 'node:v8'
import render from '@react-pdf/render'
import PDFDocument from 'pdfkit'
import { blockOutputs } from '#editor/blocks/outputs.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import { markOutputs } from '#editor/marks/outputs.ts'
import { type LaidOutReport, layoutReport } from '#editor/pdf/layout/layout-report.ts'
import type { PdfOutputs } from '#editor/pdf/pdf-block.ts'
import type { RenderRequest } from '#server/export/render-messages.ts'
import { renderRequest } from '#server/export/render-request.ts'

// One file in a process of its own, as the server makes it: `plain` is the same pages drawn by react-pdf, untagged.
// Arguments: what to make, and a file with the report, as `v8.serialize` writes it.

const [, , mode = 'pdf', file = ''] = process.argv
const report = deserialize(readFileSync(file)) as Pick<RenderRequest, 'resolved' | 'images'>

const pick = <T extends { pdf: unknown }>(registry: Record<string, T>) =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, output.pdf])) as Record<string, T['pdf']>
const outputs: PdfOutputs = { blocks: pick(blockOutputs), marks: pick(markOutputs) }

async function plain(): Promise<Uint8Array> {
  const { resolved, images } = report
  const sectionText = (section: (typeof resolved.sections)[number]) =>
    plainText(section.content, { data: resolved.data, imageUrl: () => '' })
  const { pages }: LaidOutReport = await layoutReport({ resolved, images, outputs, sectionText })
  const pdf = new PDFDocument({ autoFirstPage: false })
  const chunks: Uint8Array[] = []
  pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const done = new Promise<Uint8Array>(resolve => pdf.on('end', () => resolve(Buffer.concat(chunks))))
  const draw = render as unknown as (pdf: unknown, document: unknown) => void
  draw(pdf, { type: 'DOCUMENT', props: {}, children: pages })
  return done
}

const begun = performance.now()
let bytes: Uint8Array
if (mode === 'plain') bytes = await plain()
else {
  const format = mode as 'pdf' | 'docx' | 'html'
  bytes = await renderRequest({ ...report, format, figures: false }, () => {})
}
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - begun,
    bytes: bytes.length,
    // Kilobytes on Linux.
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
)
