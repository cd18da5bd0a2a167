import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { DocumentNode } from '../../core/document-node.ts'
import type { Form, SurfaceTools, ToolAction } from '../block-view.ts'
import { insertBlock, isOutsideTable } from '../insert-block.ts'
import type { ReportApi } from '../report-api.ts'

export interface DataBlock<Query> {
  /** Name of its node. */
  type: string
  label: string
  icon: LucideIcon
  insertTitle: string
  editTitle: string
  description: string
  /** What the node asks for, and the attributes that ask for it. */
  read: (node: DocumentNode) => Query
  attributes: (query: Query) => object
  FormFields: ComponentType<{ api: ReportApi; query: Query; close: () => void; onDone: (query: Query) => void }>
}

type OnDone = (attrs: Record<string, unknown>) => void

/** How a block of live figures is put in and changed: by one form over what it asks for. */
export function dataBlockForms<Query>(block: DataBlock<Query>) {
  const { type, label, icon, insertTitle, editTitle, description, read, attributes, FormFields } = block
  const form = (title: string, tools: SurfaceTools, query: Query, onDone: OnDone): Form => ({
    title,
    description,
    size: 'lg',
    render: close => (
      <FormFields api={tools.api} query={query} close={close} onDone={changed => onDone({ ...attributes(changed) })} />
    ),
  })
  const insert: ToolAction = {
    label,
    icon,
    isEnabled: isOutsideTable,
    run: (editor, tools) => {
      const blank = read({ type, attrs: { year: tools.year } })
      tools.openForm(form(insertTitle, tools, blank, attrs => insertBlock(editor, { type, attrs })))
    },
  }
  return { insert, edit: (tools: SurfaceTools, query: Query, onDone: OnDone) => form(editTitle, tools, query, onDone) }
}
