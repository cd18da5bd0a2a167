import type { AnswerOffer } from '#editor/core/answers-here.ts'
import type { JointAnswer } from '#templates/joint-answer.ts'
import type { UnitRow } from '../reports/read-sections.ts'
import type { Member } from './family.ts'

const present = ({ recommendations }: Member): UnitRow[] => recommendations.filter(unit => unit.removedAt === null)

/** When its words were last changed, as an ISO instant; when it came where they never were. */
const saidAt = (unit: UnitRow, quote: string): string => unit.valueChanges[quote]?.at ?? unit.createdAt.toISOString()

/** Recommendations that `from` has and `to` lacks, or that `from` quotes in newer words. */
export function findOffers(from: Member, to: Member, { quote }: JointAnswer, selfId: string): AnswerOffer[] {
  const there = new Map(present(to).map(unit => [unit.lineageId, unit]))
  const place = {
    from: { id: from.row.id, boardName: from.board.name },
    to: { id: to.row.id, boardName: to.board.name, isHere: to.row.id === selfId },
  }
  return present(from).flatMap((unit, index): AnswerOffer[] => {
    const words = unit.values[quote] ?? ''
    const same = there.get(unit.lineageId)
    if (!words || same?.values[quote] === words) return []
    if (same && saidAt(same, quote) >= saidAt(unit, quote)) return []
    return [{ ...place, lineageId: unit.lineageId, n: index + 1, kind: same ? 'corrected' : 'missing', quote: words }]
  })
}
