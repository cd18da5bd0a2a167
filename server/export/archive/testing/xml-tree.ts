import { SaxesParser } from 'saxes'

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  text: string
}

/** A document as a tree; the prefixes are those that it has. @throws where it is not well-formed */
export function xmlTree(bytes: Uint8Array): XmlNode {
  const parser = new SaxesParser({ xmlns: true })
  const top: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]))
    const node: XmlNode = { name, attributes: given, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', text => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close()
  const [root] = top.children
  if (!root) throw new Error('no root')
  return root
}

/** All below a node at a path of names: at(root, 'mets:fileSec', 'mets:fileGrp'). */
export function at(node: XmlNode, ...path: string[]): XmlNode[] {
  return path.reduce((nodes, name) => nodes.flatMap(one => one.children.filter(child => child.name === name)), [node])
}

export const everyNode = (node: XmlNode): XmlNode[] => [node, ...node.children.flatMap(everyNode)]
