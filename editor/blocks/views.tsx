'use client'

import type { Extensions } from '@tiptap/core'
import { markViews } from '../marks/views.tsx'
import type { BlockView, MarkView, Tool } from '../surface/block-view.ts'
import { blockquote } from './blockquote/view.tsx'
import { boundNumber } from './bound-number/view.tsx'
import { chart } from './chart/view.tsx'
import { dataMenu } from './data-menu.ts'
import { economyTable } from './economy-table/view.tsx'
import { documentExtensions } from './extensions.ts'
import { footnote } from './footnote/view.tsx'
import { hardBreak } from './hard-break/view.tsx'
import { heading } from './heading/view.tsx'
import { image } from './image/view.tsx'
import { indicatorTable } from './indicator-table/view.tsx'
import { keyFigures } from './key-figures/view.tsx'
import { bulletList, listItem, orderedList } from './list/view.tsx'
import { pageBreak } from './page-break/view.tsx'
import { paragraph } from './paragraph/view.tsx'
import type { BlockName } from './schemas.ts'
import { statusItem, statusList } from './status-list/view.tsx'
import { table, tableCell, tableHeader, tableRow } from './table/view.tsx'

/** Every block as the editor shows it. Browser only. */
export const blockViews = {
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
} satisfies Record<BlockName, BlockView>

const blocks: Partial<Record<string, BlockView>> = blockViews
const marks: Partial<Record<string, MarkView>> = markViews

/** The one schema of all documents, with its views. */
export const viewExtensions: Extensions = documentExtensions.map(extension => {
  if (extension.type === 'node')
    return blocks[extension.name]?.extend?.(extension as Parameters<NonNullable<BlockView['extend']>>[0]) ?? extension
  if (extension.type === 'mark')
    return marks[extension.name]?.extend?.(extension as Parameters<NonNullable<MarkView['extend']>>[0]) ?? extension
  return extension
})

/** Every button of the toolbar, in its order within its group. */
export const tools: Tool[] = [
  ...[...Object.values(markViews), ...Object.values(blockViews)].flatMap(
    (view: BlockView | MarkView) => view.insert ?? [],
  ),
  dataMenu,
]
