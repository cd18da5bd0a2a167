import { expect, test } from 'vitest'
import { plainText } from '#editor/blocks/plain-text.ts'
import type { CommentThread } from '#editor/core/comment-thread.ts'
import { printable } from './printable.ts'
import { sampleReport } from './testing/sample-report.ts'

const { resolved } = sampleReport()
const draft = { ...resolved, report: { ...resolved.report, status: 'draft' as const } }
const [first] = draft.sections
const threads: CommentThread[] = [
  {
    id: 't1',
    sectionId: first?.id ?? '',
    placed: false,
    quote: 'Fallen\nminskade',
    resolved: { by: 'MAR', at: '2024-01-16T08:00:00Z' },
    mayWrite: true,
    messages: [
      {
        id: 1,
        author: { id: 'a', name: 'MAS' },
        body: 'Stämmer det?\nJag tror inte det.',
        at: '2024-01-15T08:00:00Z',
        editedAt: null,
      },
      {
        id: 2,
        author: { id: 'b', name: 'MAR' },
        body: null,
        at: '2024-01-15T09:00:00Z',
        editedAt: '2024-01-15T09:01:00Z',
      },
    ],
  },
]
const wish = { figures: false, audience: 'internal' as const }

test('every message stands in the appendix of a draft: where, on which words, by whom and when', () => {
  const { sections } = printable(draft, { ...wish, threads }).resolved
  expect(sections).toHaveLength(draft.sections.length + 1)
  const text = plainText(sections.at(-1)?.content ?? { type: 'doc' }, { data: draft.data, imageUrl: () => '' })
  for (const part of [
    `${first?.number} ${first?.heading}`.trim(),
    'Om ”Fallen minskade”',
    'MAS\n2024-01-15 09:00\nStämmer det?\nJag tror inte det.',
    'MAR\n2024-01-15 10:00\nBorttagen',
    'Läge: löst av MAR 2024-01-16 09:00. Texten som kommentaren gällde finns inte kvar.',
  ])
    expect(text).toContain(part)
})

test('the report’s own data carries none of it', () => {
  const file = Buffer.concat(
    printable(draft, { ...wish, threads })
      .files()
      .map(({ bytes }) => Buffer.from(bytes)),
  )
  expect(file.toString()).not.toContain('Stämmer det?')
})

test('what is locked, and what is for everybody, has none', () => {
  const locked = { ...draft, report: { ...draft.report, status: 'locked' as const } }
  expect(printable(locked, { ...wish, threads }).resolved.sections).toHaveLength(draft.sections.length)
  const open = printable(draft, { ...wish, audience: 'public', threads }).resolved
  expect(open.sections).toHaveLength(draft.sections.length)
  expect(printable(draft, wish).resolved).toBe(draft)
})
