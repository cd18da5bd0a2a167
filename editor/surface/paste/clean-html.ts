import { hasStyle, unwrap } from './element.ts'
import { headings } from './headings.ts'
import { boldClasses, tables } from './tables.ts'
import { wordFootnotes } from './word-footnotes.ts'
import { wordLists } from './word-lists.ts'

export interface CleanPaste {
  html: string
  /** Pictures that were in it. Their bytes are not: they are inserted through the menu, with a text alternative. */
  droppedImages: number
}

const JUNK = [
  'head',
  'meta',
  'link',
  'style',
  'script',
  'title',
  'xml',
  'template',
  'iframe',
  'object',
  'embed',
  'svg',
  'math',
  'del',
  'hr',
  // Word's comments: the list at the end and the marks in the text.
  '.MsoCommentReference',
  '.msocomanchor',
  '.msocomtxt',
].join(', ')

const isOurs = (image: Element): boolean => image.hasAttribute('data-image-id')

function dropImages(root: Element): number {
  const images = [...root.querySelectorAll('img, v\\:imagedata, v\\:shape')].filter(image => !isOurs(image))
  // Word writes every picture twice, for readers with and without VML; only the img reaches the reader.
  const shown = images.filter(image => image.tagName === 'IMG').length
  for (const image of images) image.remove()
  return shown
}

/** Elements of Office's own namespaces (o:p, w:sdt, st1:place, v:…) hold text that stays, and are nothing themselves. */
function unwrapNamespaced(root: Element): void {
  for (const element of [...root.querySelectorAll('*')]) if (element.tagName.includes(':')) unwrap(element)
}

function dropComments(root: Element): void {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT)
  const found: Node[] = []
  while (walker.nextNode()) found.push(walker.currentNode)
  for (const comment of found) comment.parentNode?.removeChild(comment)
}

/** Bold and italic that are said by style survive it. "font-weight: normal" round everything is Google Docs' wrapper. */
function keepEmphasis(root: Element): void {
  for (const span of [...root.querySelectorAll('span')]) {
    const tags = [
      hasStyle(span, /font-weight:(?:bold|[6-9]00)/) && 'strong',
      hasStyle(span, /font-style:italic/) && 'em',
    ].filter(tag => tag !== false)
    for (const tag of tags) {
      const made = root.ownerDocument.createElement(tag)
      made.append(...span.childNodes)
      span.append(made)
    }
  }
  for (const bold of root.querySelectorAll('b, strong')) if (hasStyle(bold, /font-weight:normal/)) unwrap(bold)
}

const KEPT = new Set(['href', 'colspan', 'rowspan', 'start', 'data-footnote', 'data-image-id', 'alt'])
const isKept = (name: string): boolean => KEPT.has(name) || name.startsWith('data-')

function dropLooks(root: Element): void {
  for (const element of root.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (!isKept(name)) element.removeAttribute(name)
  // Bookmarks: a link that leads into the document it was copied from.
  for (const link of root.querySelectorAll('a'))
    if (!link.hasAttribute('href') || link.getAttribute('href')?.startsWith('#')) unwrap(link)
}

function dropEmptyParagraphs(root: Element): void {
  for (const paragraph of root.querySelectorAll('p, h4, h5'))
    if (!/[^\s\u00a0]/.test(paragraph.textContent ?? '') && !paragraph.querySelector('img')) {
      if (paragraph.parentElement?.matches('td, th, li') && paragraph.parentElement.children.length === 1) continue
      paragraph.remove()
    }
}

/**
 * What Word, Excel and LibreOffice put on the clipboard, as the blocks that a report has. Pasting within the editor
 * passes through unchanged.
 */
export function cleanHtml(html: string): CleanPaste {
  if (html.includes('data-pm-slice')) return { html, droppedImages: 0 }
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  const bold = boldClasses([...parsed.querySelectorAll('style')].map(style => style.textContent).join('\n'))
  const root = parsed.body
  dropComments(root)
  for (const junk of [...root.querySelectorAll(JUNK)]) junk.remove()
  for (const list of root.querySelectorAll('div')) if (hasStyle(list, /mso-element:comment-list/)) list.remove()
  const droppedImages = dropImages(root)
  unwrapNamespaced(root)
  wordFootnotes(root)
  wordLists(root)
  headings(root)
  keepEmphasis(root)
  tables(root, bold)
  dropLooks(root)
  dropEmptyParagraphs(root)
  return { html: root.innerHTML, droppedImages }
}
