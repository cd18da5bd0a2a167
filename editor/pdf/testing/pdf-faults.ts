import { type PdfObject, pageContents, pdfObjects } from './pdf-objects.ts'

/** What our own reading of PDF/UA-1 (ISO 14289-1) finds wrong. */
export type PdfFault =
  | 'no-language'
  | 'figure-without-alternative'
  | 'header-without-scope'
  | 'uneven-table'
  | 'untagged-content'
  | 'link-without-text'

interface Element {
  role: string
  dictionary: string
  kids: Element[]
}

const ELEMENT = /\/Type \/StructElem\b/

/** The value after a key is a string that is not empty. */
const hasText = (dictionary: string, key: string): boolean => new RegExp(`/${key} \\((?!\\))`).test(dictionary)

function elementOf(objects: Map<string, PdfObject>, number: string): Element | null {
  const dictionary = objects.get(number)?.dictionary ?? ''
  if (!ELEMENT.test(dictionary)) return null
  const [, role = ''] = /\/S \/(\w+)/.exec(dictionary) ?? []
  const [, kids = ''] = /\/K \[([\s\S]*)\]/.exec(dictionary) ?? []
  const refs = [...kids.matchAll(/(\d+) 0 R/g)].map(([, ref = '']) => ref)
  return { role, dictionary, kids: refs.flatMap(ref => elementOf(objects, ref) ?? []) }
}

const below = (element: Element): Element[] => [element, ...element.kids.flatMap(below)]

const span = ({ dictionary }: Element, axis: 'Row' | 'Col'): number =>
  Number(new RegExp(`/${axis}Span (\\d+)`).exec(dictionary)?.[1] ?? 1)

/** Whether every row of the table fills the same columns, with what hangs down from rows above. */
function isEven(table: Element): boolean {
  const rows = below(table).filter(({ role }) => role === 'TR')
  const grid: boolean[][] = rows.map(() => [])
  for (const [y, row] of rows.entries()) {
    let x = 0
    for (const cell of row.kids) {
      while (grid[y]?.[x]) x++
      for (let down = 0; down < span(cell, 'Row'); down++)
        for (let right = 0; right < span(cell, 'Col'); right++) {
          const line = grid[y + down]
          if (!line || line[x + right]) return false
          line[x + right] = true
        }
    }
  }
  return new Set(grid.map(line => line.filter(Boolean).length)).size === 1
}

/** Whether all that the page draws is marked: as content of an element, or as an artifact. */
function isMarked(content: string): boolean {
  let depth = 0
  for (const [operator] of content.matchAll(/^.*?\b(BDC|BMC|EMC|TJ|Do|f|S)$/gm)) {
    if (/BDC$|BMC$/.test(operator)) depth++
    else if (operator.endsWith('EMC')) depth--
    else if (depth !== 1) return false
  }
  return depth === 0
}

/** Faults of a PDF that pdfkit wrote, each once. For tests, so that they need nothing but Node. */
export function pdfFaults(bytes: Uint8Array): PdfFault[] {
  const objects = pdfObjects(bytes)
  const dictionaries = [...objects.values()].map(({ dictionary }) => dictionary)
  const found = new Set<PdfFault>()
  const catalog = dictionaries.find(dictionary => dictionary.includes('/Type /Catalog')) ?? ''
  if (!/\/Lang \(sv\b/.test(catalog)) found.add('no-language')

  const root = dictionaries.find(dictionary => dictionary.includes('/Type /StructTreeRoot')) ?? ''
  const document = elementOf(objects, /\/K \[(\d+) 0 R\]/.exec(root)?.[1] ?? '')
  for (const element of document ? below(document) : []) {
    if (element.role === 'Figure' && !hasText(element.dictionary, 'Alt')) found.add('figure-without-alternative')
    if (element.role === 'TH' && !/\/Scope \/(Row|Column|Both)/.test(element.dictionary))
      found.add('header-without-scope')
    if (element.role === 'Table' && !isEven(element)) found.add('uneven-table')
  }
  if (!document || pageContents(objects).some(content => !isMarked(content))) found.add('untagged-content')
  const links = dictionaries.filter(dictionary => dictionary.includes('/Subtype /Link\n'))
  if (links.some(link => !hasText(link, 'Contents'))) found.add('link-without-text')
  return [...found]
}
