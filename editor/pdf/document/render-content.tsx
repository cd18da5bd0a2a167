import { Fragment, type ReactNode } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { PdfContext, PdfOutputs } from '../pdf-block.ts'
import { typeset } from '../text/typeset.ts'
import { UnknownContentError } from '../unknown-content-error.ts'

type Renderers = Pick<PdfContext, 'blocks' | 'inline'>

/** How content is drawn, given what the registries know. @throws UnknownContentError from what it returns */
export function contentRenderers(outputs: PdfOutputs): Renderers {
  const block = (node: DocumentNode, context: PdfContext): ReactNode => {
    const render = outputs.blocks[node.type]
    if (!render) throw new UnknownContentError(node.type)
    return render(node, context)
  }
  const run = (node: DocumentNode, context: PdfContext): ReactNode => {
    const words = node.text === undefined ? block(node, context) : typeset(node.text)
    return (node.marks ?? []).reduceRight<ReactNode>((children, mark) => {
      const render = outputs.marks[mark.type]
      if (!render) throw new UnknownContentError(mark.type)
      return render(children, mark.attrs ?? {}, context)
    }, words)
  }
  // The place in its parent is the only name that a node has.
  const each =
    (render: typeof block) =>
    (nodes: DocumentNode[] | undefined, context: PdfContext): ReactNode[] =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the elements are made once and never reordered
      (nodes ?? []).map((node, index) => <Fragment key={index}>{render(node, context)}</Fragment>)
  return { blocks: each(block), inline: each(run) }
}
