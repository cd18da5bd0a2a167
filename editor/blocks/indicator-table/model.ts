import { isMoney } from '../../core/arithmetic/display-unit.ts'
import type { DataRow, DataTable } from '../../core/data-block/data-table.ts'
import { MISSING } from '../../core/data-block/figure-cell.ts'
import { FigureReader } from '../../core/data-block/figure-reader.ts'
import { summedAs } from '../../core/data-block/sum-cell.ts'
import { sv as words } from '../../core/data-block/sv.ts'
import type { FigureSet, Indicator } from '../../core/figure.ts'
import { GENDER_NAMES, unitName } from '../../core/figure-words.ts'
import { tableCell } from './cells.ts'
import { columnsOf } from './columns.ts'
import { type NoteContext, nameOf, smallNumberWarnings, tableNotes } from './notes.ts'
import { type IndicatorTableQuery, indicatorTableFigures } from './query.ts'
import { RowFigures } from './row-figures.ts'
import { type SummedRow, SumRow } from './sum-row.ts'
import { sv } from './sv.ts'

/** "Fall (antal)": shares show their unit in the cells. */
function headingOf(indicator: Indicator, { display, grouped }: IndicatorTableQuery): string {
  const name = grouped ? indicator.name : nameOf(indicator)
  const named = indicator.retired ? words.retired(name) : name
  if (indicator.unit === 'percent' || indicator.unit === 'yesno') return named
  return `${named} (${display && isMoney(indicator.unit) ? display : unitName(indicator)})`
}

/** The table of one query, built row by row. */
class TableBuilder {
  private readonly reader: FigureReader
  private readonly indicators: (Indicator | undefined)[]
  private readonly columns: ReturnType<typeof columnsOf>
  /** Of every result that is shown or compared. */
  private readonly periods: string[]
  private readonly rows: RowFigures[] = []
  private readonly sums: SummedRow[] = []

  constructor(
    private readonly query: IndicatorTableQuery,
    data: FigureSet,
  ) {
    this.reader = new FigureReader(data)
    this.indicators = query.indicatorIds.map(id => data.indicators[id])
    this.columns = columnsOf(query, this.indicators)
    const results = indicatorTableFigures(query).filter(({ kind }) => kind === 'result')
    this.periods = [...new Set(results.map(({ period }) => period))]
  }

  private row(figures: RowFigures, heading: DataRow['heading'], kind?: DataRow['kind']): DataRow {
    const { query, columns } = this
    const allPercent = this.indicators.every(indicator => indicator?.unit === 'percent')
    const cells = columns.map(column => tableCell(figures, column, { query, allPercent }))
    this.rows.push(figures)
    const id = figures.gender === 'T' ? figures.indicator.id : `${figures.indicator.id}|${figures.gender}`
    return { id, heading, ...(kind && { kind }), cells }
  }

  private indicatorRows(indicator: Indicator): DataRow[] {
    const main = new RowFigures(indicator, 'T', this.reader)
    const rows = [this.row(main, { text: headingOf(indicator, this.query) })]
    const parts = (['K', 'M'] as const).map(gender => new RowFigures(indicator, gender, this.reader))
    if (!this.query.genders || !parts.some(part => part.isThere(this.periods))) return rows
    for (const part of parts) {
      const gender = GENDER_NAMES[part.gender]
      const label = words.ofGender(nameOf(indicator), gender.toLowerCase())
      rows.push(this.row(part, { text: gender, label }, 'part'))
    }
    return rows
  }

  private sumRow(indicators: Indicator[], id: string, heading: string): DataRow[] {
    const unit = summedAs(indicators, this.query.display)
    if (!this.query.sums || indicators.length < 2 || !unit) return []
    const parts = indicators.map(indicator => new RowFigures(indicator, 'T', this.reader))
    const sum = new SumRow(parts, unit, this.query).build(id, heading, this.columns)
    this.sums.push(sum)
    return [sum.row]
  }

  private groups(): DataTable['groups'] {
    const groups: { area: string; rows: DataRow[]; indicators: Indicator[] }[] = []
    for (const [index, id] of this.query.indicatorIds.entries()) {
      const indicator = this.indicators[index]
      const area = (this.query.grouped && indicator?.area) || ''
      const last = groups.at(-1)
      const group = last?.area === area ? last : { area, rows: [], indicators: [] }
      if (group !== last) groups.push(group)
      if (indicator) group.indicators.push(indicator)
      const gone = { id, heading: { text: words.gone(id) }, cells: this.columns.map(() => MISSING) }
      group.rows.push(...(indicator ? this.indicatorRows(indicator) : [gone]))
    }
    for (const [index, { area, rows, indicators }] of groups.entries())
      rows.push(...this.sumRow(indicators, `sum|${index}`, area ? sv.sumOf(area) : sv.sum))
    const all =
      groups.length > 1
        ? this.sumRow(
            groups.flatMap(group => group.indicators),
            'total',
            sv.total,
          )
        : []
    return [...groups.map(({ area, rows }) => ({ area, rows })), ...(all.length ? [{ area: '', rows: all }] : [])]
  }

  build(): DataTable {
    const { query, reader } = this
    const groups = this.groups()
    const notes: NoteContext = {
      columns: this.columns,
      periods: this.periods,
      rows: this.rows,
      sums: this.sums,
      groups,
    }
    return {
      caption: query.caption,
      columns: [
        { text: sv.indicator },
        ...this.columns.map(({ text, words: hasWords }) => ({ text, ...(hasWords && { words: hasWords }) })),
      ],
      groups,
      notes: tableNotes(notes, reader),
      sources: reader.sources(),
      warnings: smallNumberWarnings(notes),
      empty: query.indicatorIds.length ? null : sv.empty,
    }
  }
}

/** The table that screen, HTML, PDF, DOCX and text all show. */
export const indicatorTableModel = (query: IndicatorTableQuery, data: FigureSet): DataTable =>
  new TableBuilder(query, data).build()
