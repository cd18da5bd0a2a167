import type { Field } from '#editor/core/structure/field.ts'
import { yesNo } from '../shared/yes-no.ts'

/** The granskning that is answered, and for whom. The missiv sets the day; no law does. */
export const audit: Field[] = [
  { type: 'text', key: 'granskning', label: 'Granskning', required: true, hint: 'Titeln på granskningsrapporten.' },
  { type: 'date', key: 'granskningsdatum', label: 'Granskningsrapportens datum', required: true, carried: true },
  { type: 'text', key: 'revisionsforetag', label: 'Revisionsföretag' },
  {
    type: 'date',
    key: 'missivdatum',
    label: 'Missivets datum',
    carried: true,
    least: [{ field: 'granskningsdatum' }],
  },
  {
    type: 'date',
    key: 'svar-senast',
    label: 'Svar senast',
    required: true,
    hint: 'Dagen som står i missivet.',
    least: [{ field: 'missivdatum' }],
  },
  {
    type: 'text',
    key: 'svarande-namnder',
    label: 'Svarande nämnder',
    long: true,
    required: true,
    hint: 'En nämnd per rad. Varje nämnd som revisorerna har frågat ska finnas med.',
  },
  { type: 'choice', key: 'samlat-svar', label: 'Samlat svar', required: true, carried: true, options: yesNo },
  {
    type: 'text',
    key: 'hanvisar-till-namnderna',
    label: 'Hänvisar till nämndernas svar',
    hint: 'Organ som har fått frågan men inte svarar själv, till exempel regionstyrelsen.',
  },
  {
    type: 'text',
    key: 'samlad-bedomning',
    label: 'Revisorernas samlade bedömning',
    long: true,
    quote: true,
    sealed: true,
    hint: 'Ordagrant ur granskningsrapporten.',
  },
  { type: 'role', key: 'handlaggare', label: 'Handläggare' },
  {
    type: 'role',
    key: 'undertecknare',
    label: 'Undertecknas av',
    hint: 'Till exempel direktör eller förvaltningschef.',
  },
]
