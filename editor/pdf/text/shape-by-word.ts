import type { Font as FontFile, GlyphRun } from 'fontkit'

/** Words at most that a font remembers; a long report has some thousands. */
const MOST = 20_000

/**
 * Has a font shape each word once and remember it: a report says the same words again and again, and shaping takes a
 * third of the layout's time. It gives the same glyphs at the same places wherever no rule of the font reaches over a
 * space; the test beside this holds our fonts to that.
 */
export function shapeByWord(font: FontFile): void {
  const shape = font.layout.bind(font)
  const known = new Map<string, GlyphRun>()
  const shapeWord = (word: string): GlyphRun => {
    let run = known.get(word)
    if (run) return run
    run = shape(word, undefined, undefined, undefined, 'ltr')
    if (known.size >= MOST) known.clear()
    known.set(word, run)
    return run
  }
  font.layout = (text, features, script, language, direction) => {
    // pdfkit, which asks for no direction, moves the positions that it gets; the layout makes its own of them.
    if (features?.length || script || language || direction !== 'ltr')
      return shape(text, features, script, language, direction)
    const glyphs: GlyphRun['glyphs'] = []
    const positions: GlyphRun['positions'] = []
    let advanceWidth = 0
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start)
      const end = space === -1 ? text.length : space + 1
      const run = shapeWord(text.slice(start, end))
      for (const glyph of run.glyphs) glyphs.push(glyph)
      for (const position of run.positions) positions.push(position)
      advanceWidth += run.advanceWidth
      start = end
    }
    return { glyphs, positions, advanceWidth }
  }
}
