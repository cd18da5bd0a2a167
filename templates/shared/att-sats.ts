import type { ChoiceOption } from '#editor/core/structure/field.ts'
import type { RowKindInput, SectionInput } from './as-written.ts'

/** The first word of an att-sats; "lägga … till handlingarna" closes round its object. */
export const verbs: ChoiceOption[] = [
  { key: 'godkanna', label: 'Godkänna' },
  { key: 'anta', label: 'Anta' },
  { key: 'overlamna', label: 'Överlämna' },
  { key: 'uppdra', label: 'Uppdra' },
  { key: 'lagga-till-handlingarna', label: 'Lägga till handlingarna' },
  { key: 'notera', label: 'Notera' },
  { key: 'annat', label: 'Annat: hela satsen står under Vad' },
]

/** One action each, in the order of the decision. The sentence is made from the fields, so the year has one place. */
const attSats: RowKindInput = {
  key: 'att-sats',
  one: 'att-sats',
  many: 'att-satser',
  heading: 'Att-satser',
  print: 'decision',
  fields: [
    {
      type: 'text',
      key: 'organ',
      label: 'Organ',
      hint: 'Den nämnd eller styrelse som föreslås besluta, samma i alla satser.',
      required: true,
      begins: 'board',
    },
    { type: 'choice', key: 'verb', label: 'Beslutar att', required: true, carried: true, options: verbs },
    {
      type: 'text',
      key: 'objekt',
      label: 'Vad',
      long: true,
      required: true,
      hint: 'Ska gå att förstå utan bilaga: ”patientsäkerhetsberättelsen som sin egen”.',
    },
    { type: 'period', key: 'ar', label: 'År', hint: 'Året som beslutet gäller. Samma som redovisningsåret.' },
    {
      type: 'text',
      key: 'villkor',
      label: 'Villkor',
      hint: 'Till exempel ”om fullmäktige beviljar medel” eller ”senast den 31 mars 2026”.',
    },
  ],
}

/** "Förslag till beslut" of any type. */
export const proposal = (start: RowKindInput['start'] = []): SectionInput => ({
  key: 'forslag-till-beslut',
  level: 1,
  heading: 'Förslag till beslut',
  guidance:
    'Skriv som om beslutet redan är fattat. En sak per att-sats. Förslaget ska gå att förstå utan att läsa resten.',
  required: 'yes',
  lawReferences: [],
  text: false,
  rows: [{ ...attSats, start, least: 1 }],
})
