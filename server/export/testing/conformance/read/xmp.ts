import { SaxesParser } from 'saxes'

export interface XmpNode {
  /** Namespace and local name together. */
  name: string
  prefix: string
  attributes: Record<string, string>
  children: XmpNode[]
  text: string
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
export const rdf = (local: string): string => RDF + local

/** The properties of an XMP packet (ISO 16684-1, 7), written as elements, as our writer does. @throws where it is not XML */
export function xmpProperties(xml: string): XmpNode[] {
  const parser = new SaxesParser({ xmlns: true })
  const root: XmpNode = { name: '', prefix: '', attributes: {}, children: [], text: '' }
  const open = [root]
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ uri, local, prefix, attributes }) => {
    const values = Object.values(attributes).filter(one => one.prefix !== 'xmlns')
    const node: XmpNode = {
      name: uri + local,
      prefix,
      attributes: Object.fromEntries(values.map(one => [one.uri + one.local, one.value])),
      children: [],
      text: '',
    }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', text => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.write(xml).close()
  const find = (node: XmpNode, name: string): XmpNode[] =>
    node.name === name ? [node] : node.children.flatMap(child => find(child, name))
  return find(root, rdf('Description'))
    .filter(({ attributes }) => rdf('about') in attributes)
    .flatMap(({ children }) => children)
}

/** The items of a list, where the node is one of that kind. */
export function itemsOf(node: XmpNode | undefined, kind: 'Alt' | 'Bag' | 'Seq'): XmpNode[] | null {
  const [list, ...more] = node?.children ?? []
  return list?.name === rdf(kind) && more.length === 0 ? list.children.filter(({ name }) => name === rdf('li')) : null
}
