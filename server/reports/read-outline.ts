import type { Db } from '#db/client.ts'
import type { MovedFigure } from '#editor/core/moved-figure.ts'
import type { Origin } from '#editor/core/resolved-report.ts'
import type { ReportTitles } from '#editor/core/structure/print/print-fields.ts'
import type { Template } from '#templates/template.ts'
import type { ReportRow } from './find-report.ts'
import { loadTemplate } from './load-template.ts'
import { readOrigin } from './make-from/read-origin.ts'
import { readReportTitles } from './read-report-titles.ts'
import { type ReportSectionFound, readRows, type SectionRow, structureSections, type UnitRow } from './read-sections.ts'
import { readMovedFigures } from './reviewed/moved-figures.ts'

/** A report but for its text: what both its page and its outputs begin with. */
export interface ReportOutline {
  template: Template | null
  origin: Origin | null
  /** In their order. */
  sections: ReportSectionFound[]
  /** The rows behind them, those of removed units among them. */
  sectionRows: SectionRow[]
  units: UnitRow[]
  /** By section. */
  moved: Map<string, MovedFigure[]>
  /** Of the reports that its fields refer to, by id. */
  titles: ReportTitles
}

async function readOutline(db: Db, row: ReportRow): Promise<ReportOutline> {
  const [{ sections: sectionRows, units }, template, origin, moved] = await Promise.all([
    readRows(db, row.id),
    loadTemplate(db, row),
    readOrigin(db, row),
    readMovedFigures({ db }, row),
  ])
  const sections = structureSections(template, sectionRows, units)
  const titles = await readReportTitles(db, row, template, sections)
  return { template, origin, sections, sectionRows, units, moved, titles }
}

export type OutlineOf = (row: ReportRow) => Promise<ReportOutline>

/** For one answer to one person: each report's outline is read once, however many of its readers ask for it. */
export function outlineReader(db: Db): OutlineOf {
  const known = new Map<string, Promise<ReportOutline>>()
  return row => {
    const found = known.get(row.id) ?? readOutline(db, row)
    known.set(row.id, found)
    return found
  }
}
