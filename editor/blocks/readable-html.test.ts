import { expect, test } from 'vitest'
import { EMPTY_FIGURES } from '../core/figure.ts'
import { readableHtml } from './readable-html.ts'

const context = { data: EMPTY_FIGURES, imageUrl: () => '' }
const text = (words: string, marks: { type: string }[] = []) => ({ type: 'text', text: words, marks })

test('shows the words of what this version does not know, and all else as it is', () => {
  const content = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [text('Känt', [{ type: 'bold' }])] },
      { type: 'hologram', content: [{ type: 'layer', content: [text('Okänt'), text('<innehåll>')] }] },
      { type: 'paragraph', content: [text('Okänd märkning', [{ type: 'glow' }])] },
    ],
  }
  expect(readableHtml(content, context)).toBe(
    '<p><strong>Känt</strong></p><p>Okänt &lt;innehåll&gt;</p><p>Okänd märkning</p>',
  )
})
