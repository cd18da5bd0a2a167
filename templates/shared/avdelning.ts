import type { SectionInput, UnitKindInput } from './as-written.ts'
import { accounts, economy } from './ekonomi.ts'

const part = (key: string, heading: string, guidance: string): NonNullable<UnitKindInput['parts']>[number] => ({
  key,
  heading,
  guidance,
  required: 'yes',
  lawReferences: [],
})

/** A department's part of the report, always with the same five headings. */
const department: UnitKindInput = {
  key: 'avdelning',
  one: 'avdelning',
  many: 'avdelningar',
  heading: '{avdelning}',
  guidance: 'Skriv om det som har hänt under perioden. Tal som finns som datablock hämtas, de skrivs inte av.',
  fields: [
    { type: 'text', key: 'avdelning', label: 'Avdelning', required: true },
    { type: 'role', key: 'ansvarig', label: 'Ansvarig roll' },
  ],
  parts: [
    part('verksamhet', 'Verksamhet', 'Det viktigaste som har hänt, och det som är på gång.'),
    {
      ...part('ekonomi', 'Ekonomi', 'Förklara varje avvikelse över organisationens gräns, och vad som görs åt den.'),
      rows: [{ ...economy, least: 1 }, accounts],
    },
    part('personal', 'Personal', 'Sjukfrånvaro, bemanning och rekrytering, som datablock med period.'),
    part(
      'arbetsmiljo',
      'Arbetsmiljö',
      'Svarsfrekvens i enkäter, tillbud och arbetsskador. Inga omdömen om grupper så små att någon kan kännas igen.',
    ),
    part('kvalitet', 'Kvalitet', 'Genomförandeplaner, avvikelser och synpunkter. Antal 1–4 visas inte offentligt.'),
  ],
  least: 1,
}

export const overallAssessment: SectionInput = {
  key: 'sammantagen-bedomning',
  level: 1,
  heading: 'Sammantagen bedömning',
  guidance: 'Läget i stort, prognosen för helåret och vad som har ändrats sedan förra rapporten. En rad per avdelning.',
  required: 'yes',
  lawReferences: [],
  rows: [{ ...economy, one: 'avdelning', many: 'avdelningar', heading: 'Ekonomi per avdelning', least: 1 }],
}

export const departments: SectionInput = {
  key: 'avdelningar',
  level: 1,
  heading: 'Avdelningar',
  guidance: 'Ett avsnitt per avdelning, i samma ordning som i tabellen över ekonomin.',
  required: 'yes',
  lawReferences: [],
  text: false,
  units: [department],
}
