import type { Font as FontFile, GlyphRun } from 'fontkit'

/** Words at most that a font remembers; a long report has some thousands. */
const MOST = 20_000

/** Figures alone, as tables have by the thousand: they stand beside each other without a rule of the font. */
const NUMBER = /^\d{2,} ?$/

/** Runs side by side. Their glyphs and positions are shared, not copied. */
function joined(runs: GlyphRun[]): GlyphRun {
  const all: GlyphRun = { glyphs: [], positions: [], advanceWidth: 0 }
  for (const { glyphs, positions, advanceWidth } of runs) {
    for (const glyph of glyphs) all.glyphs.push(glyph)
    for (const position of positions) all.positions.push(position)
    all.advanceWidth += advanceWidth
  }
  return all
}

/**
 * Has a font shape each word once and remember it: a report says the same words again and again, and shaping takes a
 * third of the layout's time. It gives the same glyphs at the same places wherever no rule of the font reaches over a
 * space; the test beside this holds our fonts to that.
 */
export function shapeByWord(font: FontFile): void {
  const shape = font.layout.bind(font)
  const known = new Map<string, GlyphRun>()
  const shapeAnew = (word: string): GlyphRun => shape(word, undefined, undefined, undefined, 'ltr')
  const shapeWord = (word: string): GlyphRun => {
    let run = known.get(word)
    if (run) return run
    run = NUMBER.test(word) ? joined([...word].map(shapeWord)) : shapeAnew(word)
    if (known.size >= MOST) known.clear()
    known.set(word, run)
    return run
  }
  font.layout = (text, features, script, language, direction) => {
    // pdfkit, which asks for no direction, moves the positions that it gets; the layout makes its own of them.
    if (features?.length || script || language || direction !== 'ltr')
      return shape(text, features, script, language, direction)
    const words: GlyphRun[] = []
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start)
      const end = space === -1 ? text.length : space + 1
      words.push(shapeWord(text.slice(start, end)))
      start = end
    }
    return joined(words)
  }
}
