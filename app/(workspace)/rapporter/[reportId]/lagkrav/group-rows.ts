import type { LawRow } from '#server/reports/law-matrix.ts'

export type Grouping = 'act' | 'section'

export interface LawGroup {
  /** The act, or the section's id. */
  key: string
  rows: LawRow[]
  fulfilled: number
  asked: number
}

const counts = (rows: readonly LawRow[]): Pick<LawGroup, 'fulfilled' | 'asked'> => {
  const asked = rows.filter(({ state }) => state !== 'not-asked')
  return { asked: asked.length, fulfilled: asked.filter(({ state }) => state !== 'missing').length }
}

/** In the order in which each group is first met in the report; a paragraph's rows keep the report's order too. */
export function groupRows(rows: readonly LawRow[], by: Grouping): LawGroup[] {
  const groups = new Map<string, LawRow[]>()
  for (const row of rows) {
    const key = by === 'act' ? row.act : row.sectionId
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, grouped]) => ({ key, rows: grouped, ...counts(grouped) }))
}
