import { formatDate } from './format-date.ts'
import type { ResolvedReport } from './resolved-report.ts'
import type { Fact } from './structure/print/field-facts.ts'

const sv = {
  diaryNumber: 'Diarienummer',
  noDiaryNumber: 'Diarienummer saknas ännu',
  date: 'Datum',
  year: 'Avser år',
  administration: 'Förvaltning',
  version: 'Version',
  public: 'Offentlig version. Uppgifter om få personer visas inte.',
}

const ofEvery = ({ report, board }: ResolvedReport): Fact[] => [
  { label: sv.diaryNumber, text: report.diaryNumber ?? sv.noDiaryNumber },
  { label: sv.date, text: formatDate(report.date) },
  { label: sv.year, text: String(report.year) },
  ...(report.audience === 'public' ? [{ label: sv.version, text: sv.public }] : []),
  ...(board.administration ? [{ label: sv.administration, text: board.administration }] : []),
]

/** What the cover says below the title, the same in every output. A field that is filled in goes before its namesake. */
export const coverFacts = (resolved: ResolvedReport): Fact[] => {
  const own = resolved.report.facts
  return [...ofEvery(resolved).filter(({ label }) => !own.some(fact => fact.label === label)), ...own]
}
