import { DEFAULT_TYPEFACE, TYPEFACES, type Typeface } from '../core/typefaces.ts'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * Tells Word what stands in for a face that a machine lacks: another one by name, and its kind (ISO/IEC 29500-1,
 * 17.8.3). The default face has none, so that a file made before there was a choice is made the same again.
 */
export function fontTable(typeface: Typeface): { path: string; data: string }[] {
  if (typeface === DEFAULT_TYPEFACE) return []
  const { family, style, instead } = TYPEFACES[typeface]
  const kind = style === 'serif' ? 'roman' : 'swiss'
  const font = `<w:font w:name="${family}"><w:altName w:val="${instead.join(',')}"/><w:family w:val="${kind}"/><w:pitch w:val="variable"/></w:font>`
  const data = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${NAMESPACE}">${font}</w:fonts>`
  return [{ path: 'word/fontTable.xml', data }]
}
