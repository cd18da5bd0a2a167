import type { ResolvedAnswer, ResolvedJoint } from '#editor/core/resolved-report.ts'
import type { Check, Finding } from '../../check.ts'
import { sv } from './sv.ts'

const RULE = 'joint-answers'

/** What one board's answer says of the joint answer's recommendations. */
function ofAnswer(answer: ResolvedAnswer, recommendations: ResolvedJoint['recommendations']): Finding[] {
  const link = { reportId: answer.id, title: answer.title, board: answer.board }
  const draft: Finding[] =
    answer.status === 'draft'
      ? [{ rule: RULE, level: 'stop', sectionId: null, message: sv.draft(answer.board), link }]
      : []
  const warning = (sectionId: string, message: string): Finding => ({
    rule: RULE,
    level: 'warning',
    sectionId,
    message,
    link,
  })
  const own = recommendations.flatMap(({ sectionId, lineageId, quote }, index) => {
    const found = answer.recommendations.find(one => one.lineageId === lineageId)
    if (!found?.answered) return [warning(sectionId, sv.unanswered(answer.board, index + 1))]
    return found.quote === quote ? [] : [warning(sectionId, sv.otherQuote(answer.board, index + 1))]
  })
  const known = new Set(recommendations.map(({ lineageId }) => lineageId))
  const more = answer.recommendations
    .filter(({ lineageId }) => !known.has(lineageId))
    .map(
      ({ heading }): Finding => ({
        rule: RULE,
        level: 'stop',
        sectionId: null,
        message: sv.more(answer.board, heading),
        link,
      }),
    )
  return [...draft, ...own, ...more]
}

/** A joint answer says what the nämnder's finished answers say: none is a draft, and nothing of them is left out. */
export const jointAnswers: Check = {
  rule: RULE,
  run: ({ joint }) => {
    if (!joint) return []
    if (!joint.answers.length) return [{ rule: RULE, level: 'stop', sectionId: null, message: sv.none }]
    return joint.answers.flatMap(answer => ofAnswer(answer, joint.recommendations))
  },
}
