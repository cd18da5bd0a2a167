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
  font.layout = (text, features, script, language, direction = 'ltr') => {
    // Glyphs are drawn left to right; what asks for anything else gets it from the font itself.
    if (features?.length || script || language || direction !== 'ltr')
      return shape(text, features, script, language, direction)
    const words = (text.match(/[^ ]+ ?| /g) ?? []).map(shapeWord)
    return {
      glyphs: words.flatMap(word => word.glyphs),
      // Whoever lays text out moves them.
      positions: words.flatMap(word => word.positions.map(position => ({ ...position }))),
      advanceWidth: words.reduce((sum, word) => sum + word.advanceWidth, 0),
    }
  }
}
