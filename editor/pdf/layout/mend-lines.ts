import { MissingGlyphError } from '../text/missing-glyph-error.ts'
import { type LayoutNode, walkLayout } from './layout-node.ts'
import type { Glyph, TextLine, TextRun } from './text-line.ts'

const SPACE = 0x20
const SOFT_HYPHEN = 0xad
const HYPHEN = 0x2010

const advance = (run: TextRun): number => (run.positions ?? []).reduce((sum, { xAdvance }) => sum + xAdvance, 0)

/** A line end has no glyph of ours, and is not drawn; anything else without one must never be. */
function isDrawn(run: TextRun): boolean {
  if (run.attributes.font?.[0]?.type !== 'STANDARD') return true
  const signs = String.fromCodePoint(...(run.glyphs ?? []).flatMap(glyph => glyph.codePoints ?? []))
  if (signs.trim() !== '')
    throw new MissingGlyphError(
      [...signs].map(sign => ({ sign, codePoint: sign.codePointAt(0)?.toString(16) ?? '', sections: [] })),
    )
  return false
}

/** Spaces at their natural width. */
function relaxSpaces(run: TextRun): void {
  const font = run.attributes.font?.[0]
  if (!font) return
  for (const [index, glyph] of (run.glyphs ?? []).entries()) {
    const position = run.positions?.[index]
    if (position && glyph.codePoints[0] === SPACE)
      position.xAdvance = (glyph.advanceWidth * run.attributes.fontSize) / font.unitsPerEm
  }
}

/** Underlines follow the runs that they stand under. */
function moveDecorations(line: TextLine, before: number[], after: number[]): void {
  for (const { rect } of line.decorationLines ?? []) {
    const index = before.findIndex(x => Math.abs(x - rect.x) < 0.01)
    if (index === -1) continue
    rect.x = after[index] ?? rect.x
    rect.width = line.runs[index]?.xAdvance ?? rect.width
  }
}

const startsOf = (line: TextLine): number[] => {
  let x = 0
  return line.runs.map(run => {
    const start = x
    x += advance(run)
    return start
  })
}

/** A hyphen that reads as a soft one: whoever copies or searches the text gets the word whole. */
function softHyphen(run: TextRun): Glyph | null {
  const glyph = run.attributes.font?.[0]?.glyphForCodePoint(HYPHEN)
  return glyph ? Object.create(glyph, { codePoints: { value: [SOFT_HYPHEN] } }) : null
}

/** The hyphen at the end of a line that the layout put in: soft in a word, none in addresses and numbers. */
function mendHyphen(line: TextLine): void {
  const run = line.runs.findLast(candidate => (candidate.glyphs?.length ?? 0) > 0)
  if (!run?.glyphs || !run.positions) return
  const last = run.glyphs.length - 1
  const glyph = /\p{L}-$/u.test(line.string) ? softHyphen(run) : null
  if (glyph) run.glyphs[last] = glyph
  else {
    run.glyphs.pop()
    run.positions.pop()
  }
}

const textOf = (node: LayoutNode): string => (node.value ?? '') + (node.children ?? []).map(textOf).join('')

/** Lines of which the text has one sign less: their last one, a hyphen, is the layout's. */
function hyphenated(lines: TextLine[], text: string): TextLine[] {
  let position = -1
  return lines.filter(line => {
    const found = text.indexOf(line.string, Math.max(0, position))
    const isWhole = found !== -1 && (position === -1 || found - position <= 1)
    if (isWhole || !line.string.endsWith('-')) {
      position = isWhole ? found + line.string.length : position
      return false
    }
    const without = line.string.slice(0, -1)
    position = text.indexOf(without, Math.max(0, position)) + without.length
    return true
  })
}

/**
 * Mends what the text engine leaves behind in laid-out pages: spaces pressed together in ragged text, hyphens that are
 * not in the text, line ends in another font. Mending a line twice changes nothing.
 * @throws MissingGlyphError for a sign that escaped the check before the layout
 */
export function mendLines(pages: LayoutNode[]): void {
  const mended = new Set<TextLine>()
  for (const page of pages)
    walkLayout(page, node => {
      const lines = (node.lines ?? []).filter(line => !mended.has(line))
      if (lines.length === 0) return
      for (const line of hyphenated(lines, textOf(node))) mendHyphen(line)
      for (const line of lines) {
        mended.add(line)
        line.runs = line.runs.filter(isDrawn)
        const before = startsOf(line)
        for (const run of line.runs) {
          if ((node.style?.textAlign ?? 'left') === 'left') relaxSpaces(run)
          run.xAdvance = advance(run)
        }
        moveDecorations(line, before, startsOf(line))
      }
    })
}
