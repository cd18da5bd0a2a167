import { expect, test } from 'vitest'
import { wordsOnly } from './words-only.ts'

test('keeps every word of nodes that nobody knows', () => {
  const text = (words: string) => ({ type: 'text', text: words })
  const content = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('Känt')] },
      { type: 'hologram', content: [{ type: 'layer', content: [text('Okänt'), text('innehåll')] }] },
    ],
  }
  expect(wordsOnly(content)).toEqual({
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('Känt')] },
      { type: 'paragraph', content: [text('Okänt innehåll')] },
    ],
  })
})
