/** Those without a value are left out. */
type Attributes = Record<string, string | number | null | undefined>

/** An element with attributes and children, which are XML already. */
export function element(name: string, attributes: Attributes, ...children: (string | null)[]): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`)
    .join('')
  const inner = children.filter(child => child !== null).join('')
  return inner === '' ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`
}

/** An element with text alone; null where there is none. */
export const textElement = (name: string, text: string | null, attributes: Attributes = {}): string | null =>
  text === null || text === '' ? null : element(name, attributes, escapeXml(text))

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 (2.2) cannot hold, not even escaped.
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @returns the document as UTF-8 */
export const xmlBytes = (root: string): Uint8Array =>
  new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`)
