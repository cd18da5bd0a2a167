import { bindingKey, boundText, readBinding } from '#editor/blocks/bound-number/model.ts'
import { placesOf } from '#editor/blocks/places-of.ts'
import { walk } from '#editor/core/document-node.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/**
 * A sentence whose figure is missing says nothing: in a table a gap can be read, in running text it cannot. Nor does one
 * that compares across a break in the series.
 */
export const missingNumber: Check = {
  rule: 'missing-number',
  run: ({ sections, data }) =>
    sections.flatMap(({ id, number, heading, content, notApplicableReason }) => {
      const missing = new Map<string, keyof typeof sv>()
      if (notApplicableReason === null)
        walk(content, node => {
          if (node.type !== 'boundNumber') return
          const binding = readBinding(node)
          const { gap } = boundText(binding, data)
          if (gap) missing.set(bindingKey(binding), gap === 'break' ? 'broken' : 'missing')
        })
      const sentences = [...missing].flatMap(([key, why]) =>
        placesOf(content, key, { data, imageUrl: () => '' }).map((sentence): [string, keyof typeof sv] => [
          sentence,
          why,
        ]),
      )
      return [...new Map(sentences)].map(([sentence, why]) => ({
        rule: 'missing-number',
        level: 'stop' as const,
        sectionId: id,
        message: sv[why](number, heading, sentence),
      }))
    }),
}
