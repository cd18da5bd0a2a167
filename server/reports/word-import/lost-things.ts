import { SaxesParser } from 'saxes'

/** Something in a Word file that no report has, and the heading that it stands under. */
export interface LostThing {
  code: 'equation' | 'chart' | 'diagram' | 'embedded' | 'deleted' | 'comment'
  detail: string
  heading: string
}

const GRAPHICS: Record<string, LostThing['code']> = {
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'chart',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'diagram',
}
const ELEMENTS: Record<string, LostThing['code']> = {
  'm:oMath': 'equation',
  'w:object': 'embedded',
  'w:del': 'deleted',
  'w:commentReference': 'comment',
}
const TEXT = new Set(['w:t', 'm:t', 'w:delText'])
const HEADING = /^(heading|rubrik)\s*[1-9]$/i
const MAX_DETAIL = 120

/**
 * What the reader of Word files passes over without a word, found in the document itself.
 * @param document word/document.xml (ECMA-376 part 1, 17)
 */
export function lostThings(document: string): LostThing[] {
  const found: LostThing[] = []
  const open: { name: string; thing: LostThing }[] = []
  let heading = ''
  let paragraph = ''
  let isHeading = false
  let inText = false
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:p') {
      paragraph = ''
      isHeading = false
    }
    if (name === 'w:pStyle' && HEADING.test(attributes['w:val'] ?? '')) isHeading = true
    if (TEXT.has(name)) inText = true
    const code = name === 'a:graphicData' ? GRAPHICS[attributes.uri ?? ''] : ELEMENTS[name]
    if (!code) return
    const thing: LostThing = { code, detail: '', heading }
    found.push(thing)
    open.push({ name, thing })
  })
  parser.on('text', text => {
    if (!inText) return
    paragraph += text
    for (const { thing } of open) thing.detail = (thing.detail + text).slice(0, MAX_DETAIL)
  })
  parser.on('closetag', ({ name }) => {
    if (TEXT.has(name)) inText = false
    if (open.at(-1)?.name === name) open.pop()
    if (name === 'w:p' && isHeading && paragraph.trim()) heading = paragraph.trim()
  })
  parser.write(document).close()
  return found
}
