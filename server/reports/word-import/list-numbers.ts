import { parsePart } from './parse-part.ts'

/** How a list counts (ECMA-376 part 1, 17.9). */
interface Level {
  isOrdered: boolean
  start: number
}

interface Lists {
  /** By numId. */
  abstractOf: Map<string, string>
  /** By abstractNumId and level. */
  levels: Map<string, Level>
  /** By numId and level: a list that begins anew. */
  restarts: Map<string, number>
}

/** @param numbering word/numbering.xml */
function readLists(numbering: string): Lists {
  const lists: Lists = { abstractOf: new Map(), levels: new Map(), restarts: new Map() }
  let [abstract, num, level] = ['', '', '']
  parsePart(numbering, parser =>
    parser.on('opentag', ({ name, attributes }) => {
      const value = attributes['w:val'] ?? ''
      const at = `${abstract}|${level}`
      if (name === 'w:abstractNum') [abstract, num] = [attributes['w:abstractNumId'] ?? '', '']
      else if (name === 'w:num') [abstract, num] = ['', attributes['w:numId'] ?? '']
      else if (name === 'w:abstractNumId') lists.abstractOf.set(num, value)
      else if (name === 'w:lvl' || name === 'w:lvlOverride') level = attributes['w:ilvl'] ?? '0'
      else if (name === 'w:startOverride') lists.restarts.set(`${num}|${level}`, Number(value))
      else if (abstract && name === 'w:start') lists.levels.set(at, { isOrdered: true, start: Number(value) })
      else if (abstract && name === 'w:numFmt')
        lists.levels.set(at, {
          start: lists.levels.get(at)?.start ?? 1,
          isOrdered: value !== 'bullet' && value !== 'none',
        })
    }),
  )
  return lists
}

/** The list that a style puts its paragraphs in. @param styles word/styles.xml */
function listsOfStyles(styles: string): Map<string, Place> {
  const found = new Map<string, Place>()
  let style = ''
  parsePart(styles, parser =>
    parser.on('opentag', ({ name, attributes }) => {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:style') style = attributes['w:styleId'] ?? ''
      else if (name === 'w:numId') found.set(style, { numId: value, level: found.get(style)?.level ?? 0 })
      else if (name === 'w:ilvl') found.set(style, { numId: found.get(style)?.numId ?? '', level: Number(value) })
    }),
  )
  return found
}

interface Place {
  numId: string
  level: number
}

/** Counts as Word does: lists with one definition count on from each other, and a level begins anew below a new item. */
class Counter {
  readonly #counts = new Map<string, number[]>()
  readonly #begun = new Set<string>()

  constructor(readonly lists: Lists) {}

  /** The number of the next paragraph there; null where it has a bullet or none. */
  next({ numId, level }: Place): number | null {
    const abstract = this.lists.abstractOf.get(numId)
    if (abstract === undefined) return null
    const counts = this.#counts.get(abstract) ?? []
    this.#counts.set(abstract, counts)
    const { start, isOrdered } = this.lists.levels.get(`${abstract}|${level}`) ?? { start: 1, isOrdered: true }
    const restart = this.lists.restarts.get(`${numId}|${level}`)
    const begins = restart !== undefined && !this.#begun.has(`${numId}|${level}`)
    this.#begun.add(`${numId}|${level}`)
    const before = counts[level]
    counts[level] = begins ? restart : before === undefined ? start : before + 1
    counts.length = level + 1
    return isOrdered ? counts[level] : null
  }
}

export interface MarkedDocument {
  /** The document with a bookmark in each numbered paragraph that has text. */
  xml: string
  /** What number the paragraph with the bookmark has, by the bookmark's name. */
  numbers: Map<string, number>
}

interface OpenParagraph {
  style: string
  numId: string | null
  level: number
  /** Where the bookmark would stand. */
  at: number
  number: number | null
  hasText: boolean
}

/**
 * Puts a bookmark where a numbered paragraph begins, since the reader of Word files tells no numbers: a list that goes on
 * after a paragraph of other text would begin at 1 again.
 * @param document word/document.xml; `numbering` and `styles` the parts of those names, where there are
 */
export function markNumbers(document: string, numbering: string | null, styles: string | null): MarkedDocument {
  if (numbering === null) return { xml: document, numbers: new Map() }
  const counter = new Counter(readLists(numbering))
  const ofStyles = styles === null ? new Map<string, Place>() : listsOfStyles(styles)
  const numbers = new Map<string, number>()
  const marks: { at: number; mark: string }[] = []
  const open: OpenParagraph[] = []
  let inProperties = false
  parsePart(document, parser => {
    parser.on('opentag', ({ name, attributes }) => {
      const paragraph = open.at(-1)
      const value = attributes['w:val'] ?? ''
      if (name === 'w:p') open.push({ style: '', numId: null, level: 0, at: 0, number: null, hasText: false })
      else if (name === 'w:pPr') inProperties = true
      else if (!paragraph) return
      else if (inProperties && name === 'w:pStyle') paragraph.style = value
      else if (inProperties && name === 'w:numId') paragraph.numId = value
      else if (inProperties && name === 'w:ilvl') paragraph.level = Number(value)
    })
    parser.on('text', text => {
      const paragraph = open.at(-1)
      if (paragraph && text.trim()) paragraph.hasText = true
    })
    parser.on('closetag', ({ name }) => {
      const paragraph = open.at(-1)
      if (name === 'w:pPr' && paragraph) {
        inProperties = false
        const place =
          paragraph.numId === null ? ofStyles.get(paragraph.style) : { numId: paragraph.numId, level: paragraph.level }
        paragraph.number = place ? counter.next(place) : null
        paragraph.at = parser.position
      }
      if (name !== 'w:p') return
      open.pop()
      if (!paragraph?.hasText || paragraph.number === null) return
      const bookmark = `samskrift-${numbers.size}`
      numbers.set(bookmark, paragraph.number)
      marks.push({ at: paragraph.at, mark: `<w:bookmarkStart w:id="9${numbers.size}" w:name="${bookmark}"/>` })
    })
  })
  let xml = ''
  let from = 0
  for (const { at, mark } of marks.toSorted((one, other) => one.at - other.at)) {
    xml += document.slice(from, at) + mark
    from = at
  }
  return { xml: xml + document.slice(from), numbers }
}
