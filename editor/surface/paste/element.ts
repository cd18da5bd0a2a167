/** The style attribute, lower case, without spaces round colons: Word writes "mso-list:l0 level1 lfo1". */
export const styleOf = (element: Element): string =>
  (element.getAttribute('style') ?? '').toLowerCase().replace(/\s*([:;])\s*/g, '$1')

export const hasStyle = (element: Element, pattern: RegExp): boolean => pattern.test(styleOf(element))

/** Puts the element's children in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes)
}

/** The same children under another tag, without attributes. */
export function retag(element: Element, tag: string): Element {
  const made = element.ownerDocument.createElement(tag)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}

export const textOf = (node: Node): string => (node.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
