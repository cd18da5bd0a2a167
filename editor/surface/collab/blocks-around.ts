import * as Y from 'yjs'

/** The blocks that a text or block is in, the innermost first. */
export function blocksAround(text: Y.XmlText | Y.XmlElement): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = []
  for (let type = text._item?.parent; type instanceof Y.XmlElement; type = type._item?.parent) blocks.push(type)
  return blocks
}
