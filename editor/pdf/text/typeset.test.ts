import { expect, it } from 'vitest'
import { typeset } from './typeset.ts'

it('composes letters and leaves out what would be drawn or copied as something else', () => {
  expect(typeset('a\u0308 mjuk\u00adt \ufb01n\u200b  mellan\tslag')).toBe('ä mjukt fin mellan slag')
})

it('keeps spaces that do not break, and minus signs', () => {
  expect(typeset('1\u00a0234\u202f567 \u22122,5')).toBe('1\u00a0234\u202f567 \u22122,5')
})
