import { expect, test } from 'vitest'
import { layoutOf, share } from '#server/indicators/layout/layout.ts'
import { sources } from '#server/indicators/sources/index.ts'
import { columnWords, fileWords } from './layout-words.ts'

test('a layout of the product is said column by column', () => {
  expect(
    columnWords(sources['senior-alert']).map(({ names, readAs }) => `${names.join(' eller ')} – ${readAs}`),
  ).toEqual([
    'omrade – Område',
    'matt – Namn på indikatorn',
    'enhet – Enhet',
    'resultat (period) – Resultat: procent. Perioden står i rubriken.',
    'n (period) – n (nämnare)',
    'malvarde (period) – Mål: procent. Perioden står i rubriken.',
  ])
})

test('what the file did not say itself is said, and which rows were passed over', () => {
  const layout = layoutOf({
    sheet: 'Blad 2',
    headerRows: 2,
    skipRows: { columns: [], words: ['riket'], sums: true },
    asked: { year: 2023, period: '2023-11' },
    measures: [{ ...share, name: { text: 'Sjukfrånvaro', slug: 'sjukfranvaro' }, share: false }],
    values: [
      { column: 'utfall', measure: 0, kind: 'result', period: { from: 'file' }, numerator: null, denominator: null },
    ],
  })
  expect(columnWords(layout)).toEqual([
    { names: ['utfall'], readAs: 'Resultat: ”Sjukfrånvaro”, procent, kan vara över 100. Perioden är november 2023.' },
  ])
  expect(fileWords(layout)).toEqual([
    'Bladet Blad 2, där det finns.',
    '2 rubrikrader.',
    'Månader utan år gäller 2023.',
    'Rader som hoppas över: ”riket”, de som börjar med Summa eller Totalt.',
    'Ingen kolumn säger kön, så värdena gäller alla.',
    'Rubriker jämförs utan stora bokstäver, å, ä och ö, och står så här nedan.',
  ])
})
