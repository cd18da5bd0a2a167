import { expect, test } from 'vitest'
import { fillTitle } from './fill-title.ts'
import { namndplan } from './namndplan/template.ts'
import { template } from './template.ts'

/** As the built-in templates were written, and as files and versions have them that were kept then. */
const inEnglish = (text: string): string => text.replaceAll('{år', '{year').replaceAll('{titel}', '{title}')

test('a template that was kept with the English names is the same template', () => {
  const kept = inEnglish(JSON.stringify(namndplan))
  expect(kept).toContain('Utfall {year-1}')
  expect(template.parse(JSON.parse(kept))).toEqual(namndplan)
})

test('the year is read however å and its case are written, and a name that only begins so is left alone', () => {
  const title = (text: string) => template.parse({ ...namndplan, title: text }).title
  expect(title('Plan {a\u030ar+1} och {År}')).toBe('Plan {år+1} och {år}')
  expect(title('Plan {years} {årtal}')).toBe('Plan {years} {årtal}')
})

test('the title is named in decisions; elsewhere the same word is a field', () => {
  const { decision, sections } = template.parse({
    ...namndplan,
    decision: ['godkänna {title}'],
    sections: namndplan.sections.map(one => ({ ...one, guidance: 'Se {title}.' })),
  })
  expect(decision).toEqual(['godkänna {titel}'])
  expect(sections[0]?.guidance).toBe('Se {title}.')
})

test('a title names the year and those beside it, and what it is about', () => {
  expect(fillTitle('Uppföljning {år-1}–{år}: {titel}', { year: 2024, title: 'Plan' })).toBe(
    'Uppföljning 2023–2024: Plan',
  )
  expect(fillTitle('Nämndplan {år}', { year: null })).toBe('Nämndplan')
})
