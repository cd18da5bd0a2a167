import type { Overview } from '#editor/core/structure/overview.ts'
import { productKey } from './own-key.ts'

/** How several boards' answers to one review hang together, and what puts them together: pure data. */
export interface JointAnswer {
  /** Template of one board's answer. */
  answer: string
  /** Template of what the answers are put together in. */
  joint: string
  /** Section that lists the recommendations, in both. */
  section: string
  /** Kind of unit that a recommendation is, in both. */
  unit: string
  /** Field of the unit with the recommendation's own words. */
  quote: string
  /** Field of the unit with the position that is taken. */
  position: string
  /** Fields of the report that tell of the review: the same in every answer to it. */
  review: readonly string[]
  /** Field of the report with the day when the answer is due. */
  due: string
  /** Field of the report that names the boards that are asked, a line each. */
  asked: string
  /** What the joint answer's overview says of each board's answer to a recommendation. */
  columns: Overview['columns']
}

export const jointAnswers: readonly JointAnswer[] = [
  {
    answer: 'revisionssvar',
    joint: 'samlat-revisionssvar',
    section: 'rekommendationer-och-svar',
    unit: 'rekommendation',
    quote: 'rekommendation',
    position: 'installning',
    review: [
      'granskning',
      'granskningsdatum',
      'revisionsforetag',
      'missivdatum',
      'svar-senast',
      'svarande-namnder',
      'samlat-svar',
      'samlad-bedomning',
    ],
    due: 'svar-senast',
    asked: 'svarande-namnder',
    columns: [
      { label: 'Inställning', field: 'installning' },
      { label: 'Status', measures: 'status' },
      { label: 'Nästa datum', measures: 'next-due', kinds: ['planerad-atgard'] },
    ],
  },
]

/** For one board's answer, or for what the answers are put together in. */
export function findJointAnswer(templateKey: string): { rule: JointAnswer; isJoint: boolean } | null {
  const key = productKey(templateKey)
  const rule = jointAnswers.find(({ answer, joint }) => key === answer || key === joint)
  return rule ? { rule, isJoint: key === rule.joint } : null
}
