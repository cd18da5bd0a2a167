import { SaxesParser } from 'saxes'

export interface HtmlElement {
  tag: string
  attributes: Record<string, string>
  children: HtmlChild[]
}
export type HtmlChild = HtmlElement | string

/** What mammoth writes: every element closed, and every sign of markup in text escaped. */
export function htmlTree(html: string): HtmlElement {
  const root: HtmlElement = { tag: 'body', attributes: {}, children: [] }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: HtmlElement = { tag: name, attributes: { ...attributes }, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', text => void open.at(-1)?.children.push(text))
  parser.on('closetag', () => void open.pop())
  parser.write(`<body>${html}</body>`).close()
  const [body] = root.children
  return typeof body === 'object' ? body : root
}

export const textIn = (child: HtmlChild): string =>
  typeof child === 'string' ? child : child.children.map(textIn).join('')

/** The first element, at any depth, that it is true of. */
export function find(element: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement | null {
  for (const child of element.children) {
    if (typeof child === 'string') continue
    if (matches(child)) return child
    const below = find(child, matches)
    if (below) return below
  }
  return null
}
