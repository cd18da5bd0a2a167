import * as Y from 'yjs'

/** A run of text in a section, and the block that it stands in. */
export interface TextPart {
  text: Y.XmlText
  block: unknown
}

/** The texts below a fragment in reading order. */
export function textParts(fragment: Y.XmlFragment): TextPart[] {
  const parts: TextPart[] = []
  const visit = (parent: Y.XmlFragment): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) parts.push({ text: child, block: parent })
      else if (child instanceof Y.XmlElement) visit(child)
    }
  }
  visit(fragment)
  return parts
}

/** The words of a text, without form. One place of Yjs is one UTF-16 unit. */
export const wordsOf = (text: Y.XmlText): string =>
  (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
