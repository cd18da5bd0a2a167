import type { DocumentNode } from '../../core/document-node.ts'

export const pageBreakFixture: DocumentNode = { type: 'pageBreak' }
