import { parsePart } from './parse-part.ts'

/** Something in a Word file that no report has, and the heading that it stands under. */
export interface LostThing {
  code:
    | 'equation'
    | 'chart'
    | 'diagram'
    | 'embedded'
    | 'deleted'
    | 'inserted'
    | 'moved'
    | 'comment'
    | 'textbox'
    | 'header'
    | 'footer'
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
  'w:ins': 'inserted',
  'w:moveFrom': 'moved',
  'w:commentReference': 'comment',
  'w:txbxContent': 'textbox',
}
const TEXT = new Set(['w:t', 'm:t', 'w:delText'])
const HEADING = /^(heading|rubrik)\s*[1-9]$/i
const MAX_DETAIL = 120

/** Words enough to find a text by. */
const few = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MAX_DETAIL)

/**
 * What the reader of Word files passes over without a word, found in the document itself.
 * @param document word/document.xml (ECMA-376 part 1, 17)
 * @param comments what each comment says, by its id
 */
export function lostThings(document: string, comments: ReadonlyMap<string, string> = new Map()): LostThing[] {
  const found: LostThing[] = []
  const open: { name: string; thing: LostThing }[] = []
  let heading = ''
  let paragraph = ''
  let isHeading = false
  let inText = false
  // What a drawing is to programs that do not know it says the same once more.
  let fallbacks = 0
  parsePart(document, parser => {
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'mc:Fallback') fallbacks += 1
      if (name === 'w:p') {
        paragraph = ''
        isHeading = false
      }
      if (name === 'w:pStyle' && HEADING.test(attributes['w:val'] ?? '')) isHeading = true
      if (TEXT.has(name)) inText = true
      const code = name === 'a:graphicData' ? GRAPHICS[attributes.uri ?? ''] : ELEMENTS[name]
      if (!code || fallbacks > 0) return
      const detail = code === 'comment' ? (comments.get(attributes['w:id'] ?? '') ?? '') : ''
      const thing: LostThing = { code, detail, heading }
      found.push(thing)
      open.push({ name, thing })
    })
    parser.on('text', text => {
      if (!inText) return
      paragraph += text
      for (const { thing } of open) thing.detail = (thing.detail + text).slice(0, MAX_DETAIL)
    })
    parser.on('closetag', ({ name }) => {
      if (name === 'mc:Fallback') fallbacks -= 1
      if (TEXT.has(name)) inText = false
      if (fallbacks === 0 && open.at(-1)?.name === name) open.pop()
      if (name === 'w:p' && isHeading && paragraph.trim()) heading = paragraph.trim()
    })
  })
  // The mark of a paragraph that was added or struck has no words of its own.
  return found.filter(
    ({ code, detail }) => detail !== '' || (code !== 'inserted' && code !== 'deleted' && code !== 'moved'),
  )
}

/** The words that stand in a part; a space where a paragraph begins. */
function* wordsOf(part: string, name: string): Generator<{ id: string; words: string }> {
  const found = new Map<string, string>()
  let id = ''
  let inText = false
  const add = (text: string) => found.set(id, (found.get(id) ?? '') + text)
  parsePart(part, parser => {
    parser.on('opentag', ({ name: tag, attributes }) => {
      if (tag === name) id = attributes['w:id'] ?? ''
      if (tag === 'w:p') add(' ')
      inText = tag === 'w:t'
    })
    parser.on('text', text => {
      if (inText) add(text)
    })
    parser.on('closetag', () => {
      inText = false
    })
  })
  for (const [key, words] of found) yield { id: key, words: few(words) }
}

/** What each comment says, by its id. @param comments word/comments.xml */
export const commentTexts = (comments: string): Map<string, string> =>
  new Map([...wordsOf(comments, 'w:comment')].map(({ id, words }) => [id, words]))

/** What stands at the head or foot of the file's pages; null where that is nothing. @param part word/header1.xml and its like */
export function pageEdge(part: string, code: 'header' | 'footer'): LostThing | null {
  const [edge] = wordsOf(part, '')
  return edge?.words ? { code, detail: edge.words, heading: '' } : null
}
