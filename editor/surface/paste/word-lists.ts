import { hasStyle, retag, styleOf, textOf } from './element.ts'

/**
 * Word's clipboard has no lists: each item is a paragraph with `mso-list:l0 level2 lfo1`, its bullet or number as text
 * in a span with `mso-list:Ignore`.
 */
interface Item {
  element: Element
  list: string
  level: number
  ordered: boolean
  /** The number that the item shows; null for bullets and letters. */
  number: number | null
}

const LEVEL = /mso-list:\s*(l\d+)\s+level(\d+)/
// "1.", "1)", "a)", "iv.", "2.1." A lone "o" is Word's round bullet in Courier New and has no dot.
const ORDERED = /^\(?(?:\d+(?:\.\d+)*|[a-zåäö]{1,5})[.)]/i

function readItem(element: Element): Item | null {
  const found = LEVEL.exec(styleOf(element))
  if (!found?.[1]) return null
  const marker = [...element.querySelectorAll('span')].find(span => hasStyle(span, /mso-list:ignore/))
  const sign = marker ? textOf(marker) : ''
  marker?.remove()
  return {
    element,
    list: found[1],
    level: Number(found[2]),
    ordered: ORDERED.test(sign),
    number: /^\(?\d+[.)]/.test(sign) ? Number.parseInt(sign.replace('(', ''), 10) : null,
  }
}

function makeList(item: Item): HTMLElement {
  const list = item.element.ownerDocument.createElement(item.ordered ? 'ol' : 'ul')
  if (item.number !== null && item.number > 1) list.setAttribute('start', String(item.number))
  return list
}

/** Items that follow each other become one nested list; a level that Word skips is not made up. */
function buildList(items: Item[]): void {
  const open: { level: number; list: HTMLElement; ordered: boolean }[] = []
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    let top = open.at(-1)
    if (!top || top.level < item.level) {
      const list = makeList(item)
      const parent = top?.list.lastElementChild
      if (parent) parent.append(list)
      else item.element.before(list)
      top = { level: item.level, list, ordered: item.ordered }
      open.push(top)
    } else if (top.ordered !== item.ordered) {
      const list = makeList(item)
      top.list.after(list)
      top.list = list
      top.ordered = item.ordered
    }
    const entry = item.element.ownerDocument.createElement('li')
    top.list.append(entry)
    entry.append(item.element)
    retag(item.element, 'p')
  }
}

/** @returns whether two items stand in one list: side by side, with nothing but white space between them */
function follows(before: Item, after: Item): boolean {
  let node = before.element.nextSibling
  while (node && node !== after.element && (node.nodeType === Node.COMMENT_NODE || !textOf(node))) {
    if (node.nodeType === Node.ELEMENT_NODE) return false
    node = node.nextSibling
  }
  return node === after.element && (before.list === after.list || after.level > 1)
}

export function wordLists(root: Element): void {
  const items = [...root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')]
    .map(readItem)
    .filter(item => item !== null)
    // A numbered heading is a heading.
    .filter(({ element }) => !/^h\d$/i.test(element.tagName))
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && follows(before, item)) last.push(item)
    else groups.push([item])
  }
  for (const group of groups) buildList(group)
}
