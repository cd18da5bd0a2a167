import type { RenderContext } from '../core/block.ts'
import type { DocumentNode } from '../core/document-node.ts'
import { figureKey } from '../core/figure.ts'
import { plainText } from './plain-text.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

/** Stands before a figure while its sentence is looked for; no text of ours has it. */
const MARK = '\u0001'

const shows = (node: DocumentNode, key: string): boolean =>
  (blockSchemas[node.type as BlockName]?.figures?.(node) ?? []).some(ref => figureKey(ref) === key)

const sentences = new Intl.Segmenter('sv', { granularity: 'sentence' })

/** The sentences of a line of text in which the figure stands. */
function sentencesWith(line: DocumentNode, key: string, context: RenderContext): string[] {
  const text = (line.content ?? []).map(child => (shows(child, key) ? MARK : '') + plainText(child, context)).join('')
  return [...sentences.segment(text)]
    .map(({ segment }) => segment)
    .filter(segment => segment.includes(MARK))
    .map(segment => segment.replaceAll(MARK, '').trim())
}

/** Where a text shows a figure: whole sentences, and the first line of what a block shows (a table's caption). */
export function placesOf(content: DocumentNode, key: string, context: RenderContext): string[] {
  const children = content.content ?? []
  if (children.some(child => child.type === 'boundNumber' && shows(child, key)))
    return sentencesWith(content, key, context)
  return children.flatMap(child =>
    shows(child, key) ? [plainText(child, context).split('\n')[0] ?? ''] : placesOf(child, key, context),
  )
}
