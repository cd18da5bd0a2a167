import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/**
 * Each nämnd that the auditors asked has an answer. What a joint answer leaves out stops it; one nämnd's own answer is
 * finished without the others', and a name that the organisation does not know can be another's.
 */
export const answeringBoards: Check = {
  rule: 'answering-boards',
  run: ({ asked = [], joint }) =>
    asked
      .filter(({ hasAnswer, isBoard }) => !hasAnswer && (joint || isBoard))
      .map(({ name }) => ({
        rule: 'answering-boards',
        level: joint ? ('stop' as const) : ('warning' as const),
        sectionId: null,
        message: joint ? sv.notIncluded(name) : sv.noAnswer(name),
      })),
}
