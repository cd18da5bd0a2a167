import type { Field } from '#editor/core/structure/field.ts'
import { done } from '../shared/yes-no.ts'

const measured = { field: 'resultattyp', is: ['matt'] }
const count = { type: 'number', decimals: 0, min: 0 } as const

/** What came of the control. A share has its numerator and denominator, and what they count. */
export const outcome: Field[] = [
  { type: 'choice', key: 'genomford', label: 'Genomförd', required: true, options: done },
  {
    type: 'text',
    key: 'saknad-kontroll',
    label: 'Det som inte har kontrollerats',
    long: true,
    required: { field: 'genomford', is: ['delvis', 'nej'] },
  },
  {
    type: 'date',
    key: 'utford',
    label: 'Utförd',
    required: { field: 'genomford', is: ['ja', 'delvis'] },
    least: [{ field: 'kontrollperiod', in: { section: 'uppgifter-om-kontrollen' }, edge: 'start' }],
    most: [{ field: 'kontroll-utford', in: { section: 'uppgifter-om-kontrollen' } }],
  },
  {
    type: 'choice',
    key: 'resultattyp',
    label: 'Resultatet är',
    required: { field: 'genomford', is: ['ja', 'delvis'] },
    options: [
      { key: 'matt', label: 'Mätt i tal' },
      { key: 'kvalitativt', label: 'Kvalitativt, utan tal' },
      { key: 'aktiviteter', label: 'Bara aktiviteter, inget resultat' },
    ],
  },
  {
    type: 'text',
    key: 'raknas',
    label: 'Det som räknas',
    hint: 'Samma sak i urvalet som i avvikelserna: ”telefoner”, ”kontroller”, ”journaler”.',
    required: measured,
  },
  { ...count, key: 'urvalsstorlek', label: 'Urvalsstorlek', required: measured },
  {
    ...count,
    key: 'antal-avvikelser',
    label: 'Antal avvikelser',
    required: measured,
    most: [{ field: 'urvalsstorlek', level: 'stop' }],
  },
  {
    ...count,
    key: 'varav-allvarliga',
    label: 'Varav allvarliga',
    most: [{ field: 'antal-avvikelser', level: 'stop' }],
  },
  {
    type: 'computed',
    key: 'andel-avvikelser',
    label: 'Andel avvikelser',
    decimals: 1,
    unit: '%',
    compute: { by: 'share', of: ['antal-avvikelser', 'urvalsstorlek'] },
  },
  {
    type: 'choice',
    key: 'bedomning',
    label: 'Bedömning',
    required: true,
    options: [
      { key: 'tillracklig', label: 'Tillräcklig', sign: 'good' },
      { key: 'tillracklig-med-atgarder', label: 'Tillräcklig med åtgärder', sign: 'warning' },
      { key: 'otillracklig', label: 'Otillräcklig', sign: 'bad' },
    ],
  },
  {
    type: 'choice',
    key: 'mot-foregaende-ar',
    label: 'Mot föregående år',
    options: [
      { key: 'battre', label: 'Bättre' },
      { key: 'oforandrat', label: 'Oförändrat' },
      { key: 'samre', label: 'Sämre' },
      { key: 'nytt', label: 'Nytt moment' },
    ],
  },
]
