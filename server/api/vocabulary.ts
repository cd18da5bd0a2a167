import { z } from 'zod'

export const KINDS = ['result', 'target', 'national', 'comparison', 'budget', 'forecast'] as const
export const GENDERS = ['T', 'K', 'M'] as const
export const UNITS = ['percent', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other'] as const
export const BETTER = ['up', 'down', 'same', 'yes', 'comparison', 'none'] as const
export const RHYTHMS = ['year', 'half-year', 'quarter', 'month', 'irregular'] as const
export const GOALS = ['increase', 'decrease', 'keep', 'yes', 'no', 'national', 'reference'] as const

/** Goals as files write them, too. */
const GOAL_WORDS = {
  öka: 'increase',
  minska: 'decrease',
  behålla: 'keep',
  ja: 'yes',
  nej: 'no',
  riket: 'national',
} as const

export const goal = z
  .enum([...GOALS, ...(Object.keys(GOAL_WORDS) as (keyof typeof GOAL_WORDS)[])])
  .transform(word =>
    word in GOAL_WORDS ? GOAL_WORDS[word as keyof typeof GOAL_WORDS] : (word as (typeof GOALS)[number]),
  )

export const kind = z.enum(KINDS)
export const gender = z.enum(GENDERS)
