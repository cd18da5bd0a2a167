import type { RowKindInput } from '../shared/as-written.ts'
import { yesNo } from '../shared/yes-no.ts'

/** What a goal is measured by. The kind of target is typed, since "öka" and "riket" are targets as much as 75 is. */
export const indicator: RowKindInput = {
  key: 'indikator',
  one: 'indikator',
  many: 'indikatorer',
  heading: 'Indikatorer',
  least: 1,
  together: [
    { label: 'Indikator', of: ['indikator', 'delgrupp'] },
    { label: 'Utgångsläge', of: ['basvarde', 'utgangslage', 'basar'] },
    { label: 'Jämförelse', of: ['jamforelse', 'jamforelsear'] },
    { label: 'Mål', of: ['maltyp', 'malvarde', 'hanvisning', 'malar'] },
  ],
  fields: [
    { type: 'text', key: 'indikator', label: 'Indikator', required: true },
    { type: 'text', key: 'delgrupp', label: 'Delgrupp', hint: 'Till exempel kvinnor, män eller en yrkesgrupp.' },
    { type: 'text', key: 'enhet', label: 'Enhet', required: true, hint: 'Antal, procent, index.' },
    {
      type: 'number',
      key: 'basvarde',
      label: 'Basvärde',
      required: { field: 'maltyp', is: ['oka', 'minska', 'behalla'] },
    },
    { type: 'choice', key: 'utgangslage', label: 'Läge nu', options: yesNo, hint: 'För mål som är ja eller nej.' },
    { type: 'period', key: 'basar', label: 'Basår' },
    { type: 'number', key: 'jamforelse', label: 'Jämförelse', hint: 'Ett värde till: ett tidigare år, eller riket.' },
    { type: 'period', key: 'jamforelsear', label: 'Jämförelseår' },
    {
      type: 'choice',
      key: 'maltyp',
      label: 'Mål',
      required: true,
      carried: true,
      options: [
        { key: 'tal', label: 'Ett tal' },
        { key: 'oka', label: 'Öka' },
        { key: 'minska', label: 'Minska' },
        { key: 'behalla', label: 'Behålla' },
        { key: 'ja-nej', label: 'Ja, genomfört' },
        { key: 'riket', label: 'Minst som riket' },
        { key: 'referens', label: 'Se annan handling' },
      ],
    },
    { type: 'number', key: 'malvarde', label: 'Målvärde', required: { field: 'maltyp', is: ['tal'] } },
    { type: 'period', key: 'malar', label: 'Målår', required: true },
    {
      type: 'text',
      key: 'hanvisning',
      label: 'Handling med målet',
      required: { field: 'maltyp', is: ['referens'] },
    },
    {
      type: 'choice',
      key: 'riktning',
      label: 'Bättre när värdet är',
      carried: true,
      internal: true,
      options: [
        { key: 'upp', label: 'Högre' },
        { key: 'ned', label: 'Lägre' },
        { key: 'oforandrad', label: 'Oförändrat' },
        { key: 'ja', label: 'Ja' },
      ],
    },
    { type: 'text', key: 'definition', label: 'Definition', long: true, internal: true },
    { type: 'text', key: 'kalla', label: 'Källa', internal: true },
    { type: 'text', key: 'kolada-id', label: 'Kolada-id', internal: true },
    { type: 'text', key: 'uppfoljning', label: 'Följs upp i', internal: true },
    { type: 'role', key: 'ansvarig', label: 'Ansvarig roll', internal: true },
  ],
}
