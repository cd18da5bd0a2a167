import { bindingKey, boundText, readBinding } from '#editor/blocks/bound-number/model.ts'
import { placesOf } from '#editor/blocks/places-of.ts'
import { walk } from '#editor/core/document-node.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** A sentence whose figure is missing says nothing: in a table a gap can be read, in running text it cannot. */
export const missingNumber: Check = {
  rule: 'missing-number',
  run: ({ sections, data }) =>
    sections.flatMap(({ id, number, heading, content, notApplicableReason }) => {
      const missing = new Set<string>()
      if (notApplicableReason === null)
        walk(content, node => {
          if (node.type !== 'boundNumber') return
          const binding = readBinding(node)
          if (boundText(binding, data).gap) missing.add(bindingKey(binding))
        })
      const sentences = [...missing].flatMap(key => placesOf(content, key, { data, imageUrl: () => '' }))
      return [...new Set(sentences)].map(sentence => ({
        rule: 'missing-number',
        level: 'stop' as const,
        sectionId: id,
        message: sv.missing(number, heading, sentence),
      }))
    }),
}
