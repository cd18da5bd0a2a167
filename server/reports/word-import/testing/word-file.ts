import {
  Document,
  type FileChild,
  HeadingLevel,
  type IRunOptions,
  Packer,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import { strToU8, zipSync } from 'fflate'

type Words = string | (string | IRunOptions | ParagraphChild)[]

const run = (part: string | IRunOptions | ParagraphChild): ParagraphChild => {
  if (typeof part === 'string') return new TextRun(part)
  return 'prepForXml' in part ? part : new TextRun(part as IRunOptions)
}
const children = (words: Words): ParagraphChild[] => (typeof words === 'string' ? [new TextRun(words)] : words.map(run))

export const text = (words: Words): Paragraph => new Paragraph({ children: children(words) })
export const heading = (level: 1 | 2 | 3 | 4, words: string): Paragraph =>
  new Paragraph({ heading: HeadingLevel[`HEADING_${level}`], children: [new TextRun(words)] })

/** A Word file as Word would write it. */
export const wordFile = async (
  content: FileChild[],
  footnotes: Record<string, { children: Paragraph[] }> = {},
): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ footnotes, sections: [{ children: content }] })))

const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

/** An archive with what makes it a Word file by its names alone, and more. */
export const archive = (more: Record<string, Uint8Array> = {}, types = TYPES): Uint8Array =>
  zipSync({ '[Content_Types].xml': strToU8(types), 'word/document.xml': strToU8('<w:document/>'), ...more })
