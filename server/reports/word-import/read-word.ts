import { randomUUID } from 'node:crypto'
import mammoth from 'mammoth'
import type { NotUnderstood, WordPart } from '#db/schema/word-import.ts'
import { sha256Hex } from '../../sha256.ts'
import { WordFileRefusedError } from './errors.ts'
import { guardWordFile } from './guard-word-file.ts'
import { type HtmlChild, type HtmlElement, htmlTree, textIn } from './html-tree.ts'
import { markNumbers } from './list-numbers.ts'
import { commentTexts, type LostThing, lostThings, pageEdge } from './lost-things.ts'
import { blocks, type Report } from './to-nodes.ts'
import { WordParts } from './word-parts.ts'

export interface WordPicture {
  /** What the image nodes of the parts have as their id until it is stored. */
  id: string
  bytes: Uint8Array
}

export interface ReadWord {
  parts: WordPart[]
  pictures: WordPicture[]
  notUnderstood: NotUnderstood[]
}

/** Sections of a report have three levels of headings; lower ones stay in the text. */
const SECTION_HEADING = /^h[123]$/
const PICTURES = new Set(['image/png', 'image/jpeg'])

/** Titles and captions have no heading of their own in a report, and it makes its list of contents itself. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Caption'] => p:fresh",
  ...Array.from({ length: 9 }, (_, index) => `p[style-name='toc ${index + 1}'] => !`),
  "p[style-name='TOC Heading'] => !",
]

async function convert(
  bytes: Buffer,
): Promise<{ html: string; messages: string[]; pictures: Map<string, WordPicture>; unkept: string[] }> {
  const pictures = new Map<string, WordPicture>()
  const unkept: string[] = []
  try {
    const { value, messages } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: STYLES,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async image => {
          if (!PICTURES.has(image.contentType)) {
            unkept.push(image.contentType)
            return { src: '' }
          }
          const content = await image.readAsBuffer()
          const id = sha256Hex(content)
          pictures.set(id, { id, bytes: content })
          return { src: id }
        }),
      },
    )
    return { html: value, messages: messages.map(({ message }) => message), pictures, unkept }
  } catch {
    throw new WordFileRefusedError('broken')
  }
}

const DOCUMENT = 'word/document.xml'
const EDGE = /^word\/(header|footer)\d*\.xml$/

interface Prepared {
  /** With a bookmark in each numbered paragraph. */
  file: Buffer
  numbers: Map<string, number>
  lost: LostThing[]
}

/** Reads of the file what its reader does not tell. */
async function prepare(bytes: Buffer): Promise<Prepared> {
  try {
    const parts = new WordParts(bytes)
    const document = await parts.text(DOCUMENT)
    if (document === null) throw new WordFileRefusedError('not-word')
    const comments = commentTexts((await parts.text('word/comments.xml')) ?? '<none/>')
    const { xml, numbers } = markNumbers(
      document,
      await parts.text('word/numbering.xml'),
      await parts.text('word/styles.xml'),
    )
    const edges: LostThing[] = []
    for (const name of parts.names) {
      const edge = EDGE.exec(name)?.[1] as 'header' | 'footer' | undefined
      const thing = edge && pageEdge((await parts.text(name)) ?? '', edge)
      // The pages of a section may have the same head as those of another.
      if (thing && !edges.some(({ code, detail }) => code === thing.code && detail === thing.detail)) edges.push(thing)
    }
    const file = numbers.size ? await parts.with(DOCUMENT, xml) : bytes
    return { file, numbers, lost: [...lostThings(document, comments), ...edges] }
  } catch (error) {
    throw error instanceof WordFileRefusedError ? error : new WordFileRefusedError('broken')
  }
}

interface Open {
  heading: string
  level: number
  children: HtmlChild[]
}

/** The notes stand in a list at the end; their text goes where they are referred to. */
const isNotes = (child: HtmlChild): boolean =>
  typeof child === 'object' &&
  child.tag === 'ol' &&
  child.children.some(item => typeof item === 'object' && /^(footnote|endnote)-\d+$/.test(item.attributes.id ?? ''))

function split({ children }: HtmlElement): Open[] {
  const parts: Open[] = [{ heading: '', level: 0, children: [] }]
  for (const child of children) {
    if (isNotes(child)) continue
    if (typeof child === 'object' && SECTION_HEADING.test(child.tag) && textIn(child).trim())
      parts.push({ heading: textIn(child).replace(/\s+/g, ' ').trim(), level: Number(child.tag[1]), children: [] })
    else parts.at(-1)?.children.push(child)
  }
  return parts
}

const STYLE = /^Unrecognised (paragraph|run|table) style: '?(.*?)'?(?: \(Style ID: .*\))?$/
const IGNORED = /^An unrecognised element was ignored: (.*)$/

/** Each style and each kind of element once: what they lose is how it looks, everywhere. */
function fromMessages(messages: string[]): NotUnderstood[] {
  const seen = new Set<string>()
  return messages.flatMap(message => {
    if (seen.has(message)) return []
    seen.add(message)
    const style = STYLE.exec(message)?.[2]
    if (style !== undefined) return [{ code: 'style', detail: style, heading: '' }]
    const element = IGNORED.exec(message)?.[1]
    return [{ code: element ? 'element' : 'other', detail: element ?? message, heading: '' }]
  })
}

/**
 * A Word file (ECMA-376) as parts of a report, by its headings, with what could not be carried over. Takes a second for
 * a hundred pages.
 * @throws WordFileRefusedError
 */
export async function readWord(file: Uint8Array): Promise<ReadWord> {
  await guardWordFile(file)
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const { file: marked, numbers, lost } = await prepare(bytes)
  const { html, messages, pictures, unkept } = await convert(marked)
  const root = htmlTree(html)
  const numberOf = (bookmark: string) => numbers.get(bookmark)
  const notUnderstood: NotUnderstood[] = []
  const parts = split(root).map(({ heading, level, children }): WordPart => {
    const report: Report = (code, detail) => notUnderstood.push({ code, detail, heading })
    const imageId = (src: string) => (pictures.has(src) ? src : null)
    const content = blocks(children, { root, imageId, numberOf, report })
    return { id: randomUUID(), heading, level, content: { type: 'doc', content }, sectionId: null, left: false }
  })
  return {
    parts: parts.filter(({ level, content }) => level > 0 || (content.content?.length ?? 0) > 0),
    pictures: [...pictures.values()],
    notUnderstood: [
      ...notUnderstood,
      ...lost,
      ...unkept.map(detail => ({ code: 'picture', detail, heading: '' })),
      ...fromMessages(messages),
    ],
  }
}
