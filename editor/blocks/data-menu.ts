import { ChartNoAxesCombined } from 'lucide-react'
import type { Tool } from '../surface/block-view.ts'
import { sv } from '../surface/figures/sv.ts'
import { isOutsideTable } from '../surface/insert-block.ts'
import { insertChart } from './chart/view.tsx'
import { insertEconomyTable } from './economy-table/view.tsx'
import { insertKeyFigures } from './key-figures/view.tsx'
import { insertStatusList } from './status-list/view.tsx'

const BLOCKS = ['economyTable', 'chart', 'keyFigures', 'statusList']

/** The blocks of live figures besides the indicator table, which has a button of its own. */
export const dataMenu: Tool = {
  group: 'insert',
  label: sv.menu,
  icon: ChartNoAxesCombined,
  shortcut: null,
  isActive: editor => BLOCKS.some(name => editor.isActive(name)),
  isEnabled: isOutsideTable,
  run: () => {},
  menu: [[insertEconomyTable, insertChart, insertKeyFigures, insertStatusList]],
}
