import type { BlockSchema } from '../core/block.ts'
import { blockquote } from './blockquote/schema.ts'
import { boundNumber } from './bound-number/schema.ts'
import { chart } from './chart/schema.ts'
import { economyTable } from './economy-table/schema.ts'
import { footnote } from './footnote/schema.ts'
import { hardBreak } from './hard-break/schema.ts'
import { heading } from './heading/schema.ts'
import { image } from './image/schema.ts'
import { indicatorTable } from './indicator-table/schema.ts'
import { keyFigures } from './key-figures/schema.ts'
import { bulletList, listItem, orderedList } from './list/schema.ts'
import { pageBreak } from './page-break/schema.ts'
import { paragraph } from './paragraph/schema.ts'
import { statusItem, statusList } from './status-list/schema.ts'
import { table, tableCell, tableHeader, tableRow } from './table/schema.ts'

/** Every block by the name of its ProseMirror node. Runs anywhere. */
export const blockSchemas = {
  paragraph,
  heading,
  bulletList,
  orderedList,
  listItem,
  blockquote,
  table,
  tableRow,
  tableHeader,
  tableCell,
  image,
  footnote,
  hardBreak,
  pageBreak,
  boundNumber,
  indicatorTable,
  economyTable,
  chart,
  keyFigures,
  statusList,
  statusItem,
} satisfies Record<string, BlockSchema>

export type BlockName = keyof typeof blockSchemas

const isDataBlock = ({ node, figures }: BlockSchema): boolean => figures !== null && node.config.group === 'block'

/** Names of the blocks that show live figures. They stand free, outside tables, lists and quotes. */
export const dataBlocks: ReadonlySet<string> = new Set(
  Object.entries(blockSchemas).flatMap(([name, schema]) => (isDataBlock(schema) ? name : [])),
)
