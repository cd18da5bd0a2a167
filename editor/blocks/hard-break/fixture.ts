import type { DocumentNode } from '../../core/document-node.ts'

export const hardBreakFixture: DocumentNode = { type: 'hardBreak' }
