import { expect, test } from 'vitest'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { rowKind } from '#editor/core/structure/row-kind.ts'
import { takenMeasures } from '#templates/shared/measure-rows.ts'
import { deferredDate } from '../deferred-date/deferred-date.ts'
import { notYetTaken } from './not-yet-taken.ts'

const kind = rowKind.parse(takenMeasures)

/** A report with one section that says this, in its text and as an åtgärd. */
const saying = (key: string, text: string, measure: string | null = null) =>
  ({
    sections: [
      {
        id: 's',
        key,
        number: '4.1.1',
        heading: 'Del',
        notApplicableReason: null,
        written: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
        tables: [{ kind, rows: measure === null ? [] : [{ id: 'r', values: { atgard: measure } }] }],
      },
    ],
  }) as unknown as ResolvedReport

const notYet = (text: string, measure: string | null = null): number =>
  notYetTaken.run(saying('vidtagna-atgarder', text, measure)).length
const deferred = (text: string): number => deferredDate.run(saying('tidplan', text)).length

test('what is under way is named among what has been done, in text and in rows', () => {
  expect(notYet('Handlingsplan 1100 invånare per läkare (under framtagande); projekt.')).toBe(1)
  expect(notYet('Planen är antagen.', 'Gemensam plan pågår')).toBe(1)
  expect(notYet('Planen är antagen och indikatorerna följs.', 'Utbildning genomförd')).toBe(0)
  expect(notYetTaken.run(saying('vidtagna-atgarder', 'Arbetet pågår.'))).toMatchObject([
    { level: 'warning', sectionId: 's', message: expect.stringContaining('”pågår”') },
  ])
})

test('a tidplan that points elsewhere is asked for the date, unless it says one', () => {
  expect(deferred('Hänvisar till verksamhetsplan och Stratsys')).toBe(1)
  expect(deferred('Vi har samma tidplan som Omsorgsnämnden.')).toBe(1)
  expect(deferred('Samma tidplan som Omsorgsnämnden, klart 30 juni 2025.')).toBe(0)
  expect(deferred('Klart under kvartal 4.')).toBe(0)
  expect(deferredDate.run(saying('sammanfattning', 'Hänvisar till Stratsys'))).toEqual([])
})
