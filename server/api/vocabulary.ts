import { z } from 'zod'

export const KINDS = ['result', 'target', 'national', 'comparison', 'budget', 'forecast'] as const
export const GENDERS = ['T', 'K', 'M'] as const
export const UNITS = ['percent', 'count', 'persons', 'kr', 'tkr', 'mnkr', 'index', 'yesno', 'other'] as const
export const BETTER = ['up', 'down', 'same', 'yes', 'comparison', 'none'] as const
export const RHYTHMS = ['year', 'half-year', 'quarter', 'month', 'irregular'] as const

export const kind = z.enum(KINDS)
export const gender = z.enum(GENDERS)
