import { blockOutputs } from '#editor/blocks/outputs.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { buildDocx } from '#editor/docx/build-docx.ts'
import type { DocxOutputs } from '#editor/docx/docx-block.ts'
import { markOutputs } from '#editor/marks/outputs.ts'

const pick = <T>(registry: Record<string, { docx: T }>): Record<string, T> =>
  Object.fromEntries(Object.entries(registry).map(([name, output]) => [name, output.docx]))

const outputs: DocxOutputs = { blocks: pick(blockOutputs), marks: pick(markOutputs) }

/** The report as a Word file. @param images bytes by image id */
export const renderDocx = (resolved: ResolvedReport, images: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> =>
  buildDocx(resolved, images, outputs)
