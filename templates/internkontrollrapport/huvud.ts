import type { Field } from '#editor/core/structure/field.ts'

/** The document itself. Version and number of pages come of themselves. */
export const head: Field[] = [
  {
    type: 'date',
    key: 'upprattad',
    label: 'Upprättad',
    least: [{ field: 'kontroll-utford', in: { section: 'uppgifter-om-kontrollen' } }],
  },
  { type: 'date', key: 'reviderad', label: 'Reviderad', least: [{ field: 'upprattad' }] },
  { type: 'role', key: 'upprattad-av', label: 'Upprättad av' },
  { type: 'text', key: 'kvalitetsomrade', label: 'Kvalitetsområde' },
  { type: 'text', key: 'galler-for', label: 'Gäller för', required: true },
  { type: 'role', key: 'ansvarig', label: 'Ansvarig roll', required: true },
  { type: 'text', key: 'kopplad-process', label: 'Kopplad process' },
  { type: 'report', key: 'internkontrollplan', label: 'Internkontrollplan', templates: ['internkontrollplan'] },
]

/** The control that is reported. */
export const particulars: Field[] = [
  { type: 'text', key: 'namnd-forvaltning', label: 'Nämnd, förvaltning eller enhet', required: true },
  {
    type: 'text',
    key: 'kontrollomrade',
    label: 'Kontrollområde',
    required: true,
    hint: 'Oftast årets internkontrollplan.',
  },
  { type: 'role', key: 'rapportering-till', label: 'Rapporteras till', required: true },
  { type: 'period', key: 'kontrollperiod', label: 'Kontrollperiod', required: true },
  {
    type: 'date',
    key: 'kontroll-utford',
    label: 'Kontrollen utförd',
    required: true,
    hint: 'Tidigast dagen då perioden slutar.',
    least: [{ field: 'kontrollperiod', edge: 'end' }],
  },
]
