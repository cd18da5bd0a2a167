import { expect, test } from 'vitest'
import type { RefusedSection } from './refused-text.ts'
import { RefusedTexts } from './refused-texts.ts'

const section = (id: string, ...lines: string[]): RefusedSection => ({
  id,
  sectionId: 's',
  content: {
    type: 'doc',
    content: lines.map(text => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  },
})
const ids = ({ texts }: RefusedTexts): Record<string, string[]> =>
  Object.fromEntries(texts.map(({ reason, sections }) => [reason, sections.map(({ id }) => id)]))

test.each([['refused', 'cut'] as const, ['cut', 'refused'] as const])(
  'what was cut out and then refused where it was pasted is offered once, %s first, and both copies go',
  (first: 'refused' | 'cut', _then) => {
    const gone: string[] = []
    const texts = new RefusedTexts()
    const add = {
      refused: () =>
        texts.add('section-locked', [section('r', 'Stod redan.', 'Det som flyttas.')], async () => gone.push('r')),
      cut: () => texts.add('cut', [section('c', 'Det som flyttas.')], async () => gone.push('c')),
    }
    add[first]()
    add[first === 'cut' ? 'refused' : 'cut']()
    expect(ids(texts)).toEqual({ 'section-locked': ['r'] })
    texts.dismiss()
    expect(texts.texts).toEqual([])
    expect(gone.toSorted()).toEqual(['c', 'r'])
  },
)

test('what was cut out elsewhere is offered beside it', () => {
  const texts = new RefusedTexts()
  texts.add('section-locked', [section('r', 'Något annat.')], async () => {})
  texts.add('cut', [section('c', 'Det som flyttas.')], async () => {})
  expect(ids(texts)).toEqual({ 'section-locked': ['r'], cut: ['c'] })
})

test('a text that says more takes the place of what it said', () => {
  const texts = new RefusedTexts()
  texts.add('late', [section('l', 'Ett')], async () => {})
  texts.add('late', [section('m', 'Annat')], async () => {})
  texts.add('late', [section('l', 'Ett två')], async () => {})
  expect(texts.texts).toEqual([{ reason: 'late', sections: [section('l', 'Ett två'), section('m', 'Annat')] }])
})
