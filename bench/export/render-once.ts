import render from '@react-pdf/render'
import PDFDocument from 'pdfkit'
import { blockOutputs } from '#editor/blocks/outputs.ts'
import { plainText } from '#editor/blocks/plain-text.ts'
import { markOutputs } from '#editor/marks/outputs.ts'
import { type LaidOutReport, layoutReport } from '#editor/pdf/layout/layout-report.ts'
import type { PdfOutputs } from '#editor/pdf/pdf-block.ts'
import { renderRequest } from '#server/export/render-request.ts'
import { largeResolved } from './large-resolved.ts'

// One file in a process of its own, as the server makes it: `plain` is the same pages drawn by react-pdf, untagged.

const pick = <T extends { pdf: unknown }>(registry: Record<string, T>) =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, output.pdf])) as Record<string, T['pdf']>
const outputs: PdfOutputs = { blocks: pick(blockOutputs), marks: pick(markOutputs) }

async function plain(): Promise<Uint8Array> {
  const { resolved, images } = largeResolved()
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

const mode = process.argv[2] ?? 'pdf'
const begun = performance.now()
let bytes: Uint8Array
if (mode === 'plain') bytes = await plain()
else {
  const format = mode as 'pdf' | 'docx' | 'html'
  bytes = await renderRequest({ ...largeResolved(), format, figures: false }, () => {})
}
process.stdout.write(
  JSON.stringify({
    ms: performance.now() - begun,
    bytes: bytes.length,
    // Kilobytes on Linux.
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
)
