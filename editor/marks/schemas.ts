import type { MarkSchema } from '../core/block.ts'
import { bold } from './bold/schema.ts'
import { comment } from './comment/schema.ts'
import { italic } from './italic/schema.ts'
import { link } from './link/schema.ts'

/** Every mark by its ProseMirror name. Runs anywhere. */
export const markSchemas = { bold, italic, link, comment } satisfies Record<string, MarkSchema>

export type MarkName = keyof typeof markSchemas
