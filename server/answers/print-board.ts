import { still } from '#editor/blocks/still.ts'
import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import { fieldValue } from '#editor/core/structure/compute.ts'
import { formatValue } from '#editor/core/structure/format-value.ts'
import type { PrintedAnswer, PrintedBoard } from '#editor/core/structure/print/print-answers.ts'
import { measuresOf, overviewRow } from '#editor/core/structure/print/print-overview.ts'
import { sv } from '#editor/core/structure/print/sv.ts'
import type { JointAnswer } from '#templates/joint-answer.ts'
import { isEmpty } from '../checks/rules/required-section/required-section.ts'
import { headsOf } from './answered.ts'
import type { Member } from './family.ts'

interface PrintBoardOptions {
  isHidden: boolean
  /** What the joint answer quotes, by the recommendation's lineage. */
  quotes: ReadonlyMap<string, string>
  /** Ids of the units that are answered. */
  answered: ReadonlySet<string>
}

/** What stands where a joint answer shows it: what the board's own report prints, word for word. */
export function printBoard(
  resolved: ResolvedReport,
  { board, recommendations }: Member,
  rule: JointAnswer,
  { isHidden, quotes, answered }: PrintBoardOptions,
): PrintedBoard {
  const lineageOf = new Map(recommendations.map(({ id, lineageId }) => [id, lineageId]))
  const answers = headsOf(resolved, rule.unit).map((head): [string, PrintedAnswer] => {
    const unitId = head.unit?.id ?? ''
    const lineageId = lineageOf.get(unitId) ?? ''
    const quote = head.values[rule.quote] ?? ''
    const position = head.fields.find(({ key }) => key === rule.position)
    const value = fieldValue(head.fields, head.values, rule.position)
    const expected = quotes.get(lineageId)
    return [
      lineageId,
      {
        fields: head.fields.filter(({ key }) => key !== rule.quote),
        values: head.values,
        otherQuote: expected === undefined || expected === quote ? null : quote,
        parts: resolved.sections
          .filter(({ unit }) => unit?.id === unitId && !unit.head)
          .map(part => ({
            heading: part.heading,
            notApplicableReason: part.notApplicableReason,
            content: saidIn(part.content, resolved),
          })),
        columns: overviewRow({ of: rule.unit, first: '', columns: rule.columns }, head, resolved.sections),
        position: position && value !== null ? formatValue(position, value) : sv.missing,
        measures: measuresOf(resolved.sections, unitId, undefined),
        answered: answered.has(unitId),
      },
    ]
  })
  return {
    board: board.name,
    title: resolved.report.title,
    state: isHidden ? 'hidden' : resolved.report.status,
    date: resolved.report.date,
    answers: new Map(answers),
  }
}

/** Without the empty lines that stand between; nothing where there is not a word, so that it can be said to be missing. */
const saidIn = (content: ResolvedReport['sections'][number]['content'], { data }: ResolvedReport) =>
  isEmpty(content)
    ? []
    : (content.content ?? [])
        .filter(({ type, content }) => type !== 'paragraph' || content)
        .flatMap(node => still(node, data))
