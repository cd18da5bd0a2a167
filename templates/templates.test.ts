import { expect, test } from 'vitest'
import { templates } from './index.ts'

test.each(templates.map(template => [template.key, template] as const))('%s is whole', (_key, template) => {
  const keys = template.sections.map(section => section.key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(Object.keys(template.sv.sections)).toEqual(keys)
  for (const section of template.sections) {
    expect(template.sv.sections[section.key]?.heading).toBeTruthy()
    for (const law of section.lawReferences) expect(law).toMatch(/^(PSL|SOSFS|HSLF-FS|SSMFS|KL)\b.*\d/)
  }
  expect(template.sections[0]?.level).toBe(1)
})

test('patientsäkerhetsberättelse is due on 1 March of the year after', () => {
  expect(templates.find(t => t.key === 'patientsakerhetsberattelse')?.legalDeadline?.(2023)).toBe('2024-03-01')
})
