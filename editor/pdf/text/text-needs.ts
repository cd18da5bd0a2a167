import type { DocumentNode } from '../../core/document-node.ts'
import type { Typeface } from '../../core/typefaces.ts'
import { textWidth } from './font-files.ts'
import { typeset } from './typeset.ts'

const isTextBlock = (node: DocumentNode): boolean => node.content?.some(child => child.text !== undefined) ?? false

/** A block's text, paragraphs apart. Inline nodes that are not text, such as a note's number, are left out. */
export function contentText(block: DocumentNode): string {
  const children = block.content ?? []
  if (isTextBlock(block)) return children.map(child => typeset(child.text ?? '')).join('')
  return children.map(contentText).join('\n')
}

interface Needs {
  /** The longest word. */
  min: number
  /** The longest paragraph on one line. */
  max: number
}

function measure(block: DocumentNode, strong: boolean, typeface: Typeface): Needs {
  const children = block.content ?? []
  if (!isTextBlock(block)) {
    const needs = children.map(child => measure(child, strong, typeface))
    return { min: Math.max(0, ...needs.map(need => need.min)), max: Math.max(0, ...needs.map(need => need.max)) }
  }
  // Any other inline node stands for a sign, such as a note's number. Single words may be bold.
  const text = children.map(child => (child.text === undefined ? '0' : typeset(child.text))).join('')
  const words = text.split(' ').map(word => textWidth(word, 1, true, typeface))
  return { min: Math.max(...words), max: textWidth(text, 1, strong, typeface) }
}

/** At size 1, by the block: a table asks for each cell in each size that it may be set in. */
const measured = new WeakMap<DocumentNode, { strong: boolean; typeface: Typeface; needs: Needs }>()

function needsOf(block: DocumentNode, strong: boolean, typeface: Typeface): Needs {
  const known = measured.get(block)
  if (known?.strong === strong && known.typeface === typeface) return known.needs
  const needs = measure(block, strong, typeface)
  measured.set(block, { strong, typeface, needs })
  return needs
}

/** What a block needs in width, points. */
export function textNeeds(block: DocumentNode, fontSize: number, strong: boolean, typeface: Typeface): Needs {
  const { min, max } = needsOf(block, strong, typeface)
  return { min: min * fontSize, max: max * fontSize }
}
