import type { DocumentNode } from '#editor/core/document-node.ts'
import { find, type HtmlChild, type HtmlElement, textIn } from './html-tree.ts'
import { raisedText } from './raised-text.ts'

type Marks = { type: string; attrs?: Record<string, unknown> }[]

/** What could not be carried over as it was. */
export type Report = (code: 'raised' | 'struck' | 'link' | 'heading-inside', detail: string) => void

export interface NodeContext {
  /** The whole document, where the text of notes is. */
  root: HtmlElement
  /** Image id of a picture by the address that the reader gave it; null for one that was not kept. */
  imageId: (src: string) => string | null
  /** The number of a list's item by the bookmark that stands in it. */
  numberOf: (bookmark: string) => number | undefined
  report: Report
}

const NOTE = /^#(footnote|endnote)-(?!ref)/
const ADDRESS = /^(https?|mailto|tel):/i

const paragraph = (content: DocumentNode[]): DocumentNode =>
  content.length ? { type: 'paragraph', content } : { type: 'paragraph' }

const plain = (text: string): DocumentNode[] => (text ? [{ type: 'text', text }] : [])

function note(id: string, { root }: NodeContext): DocumentNode {
  const item = find(root, ({ attributes }) => attributes.id === id)
  const text = item
    ? textIn(item)
        .replace(/\s*↑\s*$/, '')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
  return { type: 'footnote', content: plain(text) }
}

const noteOf = (element: HtmlElement): string | null => {
  const link = element.tag === 'a' ? element : find(element, ({ tag }) => tag === 'a')
  const href = link?.attributes.href ?? ''
  return NOTE.test(href) ? href.slice(1) : null
}

/** Text with its form. Pictures come as nodes of their own, for {@link blocks} to lift out. */
function inline(children: HtmlChild[], marks: Marks, context: NodeContext): DocumentNode[] {
  return children.flatMap((child): DocumentNode[] => {
    if (typeof child === 'string') {
      const text = child.replace(/[\t\n\r]+/g, ' ')
      return text ? [marks.length ? { type: 'text', text, marks } : { type: 'text', text }] : []
    }
    const within = (more: Marks = []) => inline(child.children, [...marks, ...more], context)
    if (child.tag === 'strong') return within([{ type: 'bold' }])
    if (child.tag === 'em') return within([{ type: 'italic' }])
    if (child.tag === 'br') return [{ type: 'hardBreak' }]
    if (child.tag === 'img') return [picture(child, context)]
    if (child.tag === 'sup' || child.tag === 'sub') return raised(child, child.tag, marks, context)
    if (child.tag === 'a') return anchor(child, marks, context)
    if (child.tag === 's') context.report('struck', textIn(child))
    return within()
  })
}

function raised(element: HtmlElement, tag: 'sup' | 'sub', marks: Marks, context: NodeContext): DocumentNode[] {
  const noteId = noteOf(element)
  if (noteId !== null) return [note(noteId, context)]
  const text = textIn(element)
  const made = raisedText(text, tag)
  if (made === null) context.report('raised', text)
  return inline(made === null ? element.children : [made], marks, context)
}

function anchor(element: HtmlElement, marks: Marks, context: NodeContext): DocumentNode[] {
  const noteId = noteOf(element)
  if (noteId !== null) return [note(noteId, context)]
  const href = element.attributes.href ?? ''
  if (ADDRESS.test(href)) return inline(element.children, [...marks, { type: 'link', attrs: { href } }], context)
  // Bookmarks and places in the same document lead nowhere in a report.
  if (href && !href.startsWith('#')) context.report('link', href)
  return inline(element.children, marks, context)
}

const picture = (element: HtmlElement, { imageId }: NodeContext): DocumentNode => ({
  type: 'image',
  attrs: { imageId: imageId(element.attributes.src ?? ''), alt: element.attributes.alt ?? '' },
})

const isBlank = ({ type, text, marks }: DocumentNode): boolean =>
  type === 'text' && !marks && (text ?? '').trim() === ''

/** A paragraph, and the pictures that stood in it after it; a picture that was not kept is in the report. */
function lifted(content: DocumentNode[]): DocumentNode[] {
  const words = content.filter(({ type }) => type !== 'image')
  const pictures = content.filter(({ type, attrs }) => type === 'image' && attrs?.imageId !== null)
  return [...(words.length > 0 && !words.every(isBlank) ? [paragraph(words)] : []), ...pictures]
}

const span = ({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number =>
  Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1)

function cell(element: HtmlElement, context: NodeContext): DocumentNode {
  const content = blocks(element.children, { ...context, report: context.report }, 'cell')
  return {
    type: element.tag === 'th' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: span(element, 'colspan'), rowspan: span(element, 'rowspan'), colwidth: null },
    content: content.length ? content : [{ type: 'paragraph' }],
  }
}

const elements = (children: HtmlChild[]): HtmlElement[] => children.filter(child => typeof child === 'object')

function table(element: HtmlElement, context: NodeContext): DocumentNode {
  const rows = elements(element.children).flatMap(part => (part.tag === 'tr' ? [part] : elements(part.children)))
  return {
    type: 'table',
    content: rows.map(row => ({ type: 'tableRow', content: elements(row.children).map(one => cell(one, context)) })),
  }
}

/** The number that Word gives an item; undefined where nothing says it. */
function numberOf(item: HtmlElement, context: NodeContext): number | undefined {
  const own = { ...item, children: item.children.filter(child => typeof child === 'string' || child.tag !== 'ol') }
  const mark = find(own, ({ attributes }) => context.numberOf(attributes.id ?? '') !== undefined)
  return context.numberOf(mark?.attributes.id ?? '')
}

/** A list; of a numbered one a new list wherever the numbers do not go on, so that each item keeps its own. */
function lists(element: HtmlElement, context: NodeContext): DocumentNode[] {
  const made: { start: number; content: DocumentNode[] }[] = []
  for (const item of elements(element.children)) {
    const content = blocks(item.children, context, 'item')
    const number = element.tag === 'ol' ? numberOf(item, context) : undefined
    const last = made.at(-1)
    const goesOn = last && (number === undefined || number === last.start + last.content.length)
    if (goesOn) last.content.push({ type: 'listItem', content })
    else made.push({ start: number ?? 1, content: [{ type: 'listItem', content }] })
  }
  return made.map(({ start, content }) =>
    element.tag === 'ol'
      ? { type: 'orderedList', attrs: { start, type: null }, content }
      : { type: 'bulletList', content },
  )
}

const BLOCKS = new Set(['p', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])
const isBlock = (child: HtmlChild): child is HtmlElement => typeof child === 'object' && BLOCKS.has(child.tag)

function heading(element: HtmlElement, context: NodeContext, place: Place): DocumentNode[] {
  const content = inline(element.children, [], context)
  const level = Number(element.tag.slice(1))
  if (place === 'section')
    return lifted(content).map(node =>
      node.type === 'paragraph' ? { ...node, type: 'heading', attrs: { level: level <= 4 ? 4 : 5 } } : node,
    )
  context.report('heading-inside', textIn(element))
  return lifted(inline([{ tag: 'strong', attributes: {}, children: element.children }], [], context))
}

type Place = 'section' | 'cell' | 'item'

/** Blocks of a section, a cell of a table or an item of a list, as the house's schema has them. */
export function blocks(children: HtmlChild[], context: NodeContext, place: Place = 'section'): DocumentNode[] {
  const made: DocumentNode[] = []
  let loose: HtmlChild[] = []
  const close = () => {
    made.push(...lifted(inline(loose, [], context)))
    loose = []
  }
  for (const child of children) {
    if (!isBlock(child)) {
      loose.push(child)
      continue
    }
    close()
    if (child.tag === 'p') made.push(...lifted(inline(child.children, [], context)))
    else if (child.tag === 'table') made.push(table(child, context))
    else if (child.tag === 'blockquote')
      made.push({ type: 'blockquote', content: blocks(child.children, context, place) })
    else if (child.tag === 'ul' || child.tag === 'ol') made.push(...lists(child, context))
    else made.push(...heading(child, context, place))
  }
  close()
  return made
}
