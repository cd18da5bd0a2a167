import { type FileChild, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { DocumentNode } from '../core/document-node.ts'
import { UnknownContentError } from '../pdf/unknown-content-error.ts'
import { cleanText } from './clean-text.ts'
import type { DocxContext, DocxOutputs } from './docx-block.ts'

type Renderers = Pick<DocxContext, 'blocks' | 'inline'>

/** How content is written, given what the registries know. @throws UnknownContentError from what it returns */
export function contentRenderers(outputs: DocxOutputs): Renderers {
  const find = (node: DocumentNode) => {
    const block = outputs.blocks[node.type]
    if (!block) throw new UnknownContentError(node.type)
    return block
  }
  const block = (node: DocumentNode, context: DocxContext): FileChild[] => {
    const found = find(node)
    if (found.kind === 'block') return found.render(node, context)
    // An inline block that a merge left between blocks.
    return [new Paragraph({ style: context.paragraphStyle, children: found.render(node, context) })]
  }
  const words = (node: DocumentNode, context: DocxContext): ParagraphChild[] => {
    const found = node.text === undefined ? find(node) : null
    if (found?.kind === 'inline') return found.render(node, context)
    return [new TextRun({ ...context.run, text: cleanText(node.text ?? '') })]
  }
  const run = (node: DocumentNode, context: DocxContext): ParagraphChild[] => {
    const marks = (node.marks ?? []).map(mark => {
      const known = outputs.marks[mark.type]
      if (!known) throw new UnknownContentError(mark.type)
      return { ...known, attrs: mark.attrs ?? {} }
    })
    const look: IRunOptions = Object.assign({}, context.run, ...marks.map(mark => mark.run))
    return marks.reduceRight<ParagraphChild[]>(
      (runs, { around, attrs }) => (around ? around(runs, attrs) : runs),
      words(node, { ...context, run: look }),
    )
  }
  return {
    blocks: (nodes, context) => (nodes ?? []).flatMap(node => block(node, context)),
    inline: (nodes, context) => (nodes ?? []).flatMap(node => run(node, context)),
  }
}
