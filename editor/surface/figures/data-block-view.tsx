import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DataTable } from '../../core/data-block/data-table.ts'
import type { FigureRef, FigureSet } from '../../core/figure.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Form } from '../block-view.ts'
import { useSurface } from '../surface-context.ts'
import { sv } from './sv.ts'
import { useFigures } from './use-figures.ts'

/** The figures of a block, and whether they are asked for and not here yet: that is another thing than gone. */
export function useBlockFigures(refs: FigureRef[]): { data: FigureSet; waiting: boolean } {
  const { figures } = useSurface()
  const data = useFigures(refs)
  return { data, waiting: refs.some(ref => !data.indicators[ref.indicatorId]) && !figures.knows(refs) }
}

export type BlockLines = Pick<DataTable, 'notes' | 'sources' | 'warnings'>

function Lines({ notes, sources, warnings }: BlockLines) {
  return (
    <>
      {notes.map(line => (
        <p key={line} className="data-block-note">
          {line}
        </p>
      ))}
      {sources.map(line => (
        <p key={line} className="data-block-source">
          {line}
        </p>
      ))}
      {warnings.map(line => (
        <div key={line} className="mt-2 text-sm print:hidden">
          <Notice tone="warn">{line}</Notice>
        </div>
      ))}
    </>
  )
}

export interface DataBlockViewProps extends Pick<ReactNodeViewProps, 'editor' | 'selected'> {
  /** What the block is called to who changes it. */
  name: string
  lines: BlockLines
  /** What is said instead of the block. */
  empty: string | null
  waiting: boolean
  form: () => Form
  /** Its own look beside that of all data blocks. */
  className?: string
  children: ReactNode
}

/** The frame of every data block in the editor: its figures, where they came from, and the way to change it. */
export function DataBlockView({
  editor,
  selected,
  name,
  lines,
  empty,
  waiting,
  form,
  className,
  children,
}: DataBlockViewProps) {
  const { tools } = useSurface()
  return (
    <NodeViewWrapper
      as="figure"
      contentEditable={false}
      className={classNames('relative', empty ? 'data-block-empty' : 'data-block', className)}
      data-selected={selected || undefined}
    >
      {editor.isEditable && (
        <Button
          size="sm"
          icon={<PenLine aria-hidden />}
          aria-label={sv.editLabel(name)}
          onClick={() => tools.openForm(form())}
          className="!absolute top-1.5 right-1.5 max-sm:top-0 max-sm:right-0 max-sm:!min-h-6 max-sm:!py-0"
        >
          {sv.edit}
        </Button>
      )}
      {empty ? (
        <p>{empty}</p>
      ) : waiting ? (
        <p className="text-muted">{sv.waiting}</p>
      ) : (
        <>
          {children}
          <Lines {...lines} />
        </>
      )}
    </NodeViewWrapper>
  )
}
