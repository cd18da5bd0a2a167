import type { ReactNode } from 'react'
import type { BlockDiff } from '#server/history/diff/section-diff.ts'
import { sv } from '../sv.ts'
import { Changed } from './changed.tsx'
import { DiffFigure } from './diff-figure.tsx'
import { DiffInline } from './diff-inline.tsx'
import { DiffStatus } from './diff-status.tsx'

export interface DiffContext {
  reportId: string
  /** Names of indicators by id. */
  indicators: Record<string, string>
}

interface BlocksProps {
  blocks: BlockDiff[]
  context: DiffContext
  /** Long runs of what did not change are folded away. */
  folds?: boolean
  /** Stands in the first of the blocks. */
  lead?: ReactNode
}

const FOLDED_FROM = 3

/** Blocks that follow each other, with what became of each. */
export function DiffBlocks({ blocks, context, folds = false, lead }: BlocksProps) {
  return runsOf(blocks).map(({ start, run }) => {
    const shown = run.map((block, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
      <DiffBlock key={index} block={block} context={context} lead={start + index === 0 ? lead : null} />
    ))
    if (!folds || run.length < FOLDED_FROM || run[0]?.change !== 'same') return shown
    return (
      <details key={start}>
        <summary>{sv.diff.unchanged(run.length)}</summary>
        {shown}
      </details>
    )
  })
}

/** The blocks in runs of changed and unchanged ones. */
function runsOf(blocks: BlockDiff[]): { start: number; run: BlockDiff[] }[] {
  const runs: { start: number; run: BlockDiff[] }[] = []
  for (const [start, block] of blocks.entries()) {
    const last = runs.at(-1)
    if (last && (last.run[0]?.change === 'same') === (block.change === 'same')) last.run.push(block)
    else runs.push({ start, run: [block] })
  }
  return runs
}

interface BlockProps {
  block: BlockDiff
  context: DiffContext
  lead?: ReactNode
}

type WholeBlock = BlockDiff & { change: 'added' | 'removed' }
const isWhole = (block: BlockDiff): block is WholeBlock => block.change === 'added' || block.change === 'removed'

/** What stands in something added or removed as a whole is not marked again. */
const plain = (block: BlockDiff): BlockDiff => ({
  ...block,
  change: 'same',
  inline: block.inline?.map(piece => ({ ...piece, change: 'same' })) ?? null,
  children: block.children?.map(plain) ?? null,
})

/** Items, rows and cells cannot stand in `ins` themselves: there the mark goes inside. */
const MARKED_INSIDE = new Set(['listItem', 'tableRow', 'tableCell', 'tableHeader'])

function DiffBlock({ block, context, lead }: BlockProps) {
  if (!isWhole(block) || MARKED_INSIDE.has(block.type)) return <Frame block={block} context={context} lead={lead} />
  return (
    <Changed change={block.change} block>
      {moveNote(block)}
      <Frame block={plain(block)} context={context} lead={lead} />
    </Changed>
  )
}

function moveNote({ moved, change }: BlockDiff): ReactNode {
  return moved && <span className="diff-note">{change === 'added' ? sv.diff.movedTo : sv.diff.movedFrom} </span>
}

/** The element of a block, with its text or its blocks. */
function Frame({ block, context, lead }: BlockProps) {
  const { type, attrs, inline, children } = block
  const note = settingsNote(block)
  const text = inline && <DiffInline pieces={inline} />
  const blocks = children && <DiffBlocks blocks={children} context={context} />
  const words = (
    <>
      {note}
      {text}
    </>
  )
  switch (type) {
    case 'paragraph':
      return <p>{words}</p>
    case 'heading':
      return Number(attrs.level) === 5 ? <h5>{words}</h5> : <h4>{words}</h4>
    case 'bulletList':
      return withNote(note, <ul>{blocks}</ul>)
    case 'orderedList':
      return withNote(note, <ol start={Number(attrs.start ?? 1)}>{blocks}</ol>)
    case 'blockquote':
      return <blockquote>{blocks}</blockquote>
    case 'listItem':
      return <li>{marked(block, context)}</li>
    case 'table':
      return (
        <table>
          <tbody>{blocks}</tbody>
        </table>
      )
    case 'tableRow':
      return (
        <tr>
          <DiffBlocks blocks={children ?? []} context={context} lead={rowNote(block)} />
        </tr>
      )
    case 'tableHeader':
    case 'tableCell': {
      // A head without words heads nothing.
      const Cell = type === 'tableHeader' && hasWords(block) ? 'th' : 'td'
      return (
        <Cell colSpan={Number(attrs.colspan ?? 1)} rowSpan={Number(attrs.rowspan ?? 1)}>
          {lead}
          {note}
          {marked(block, context)}
        </Cell>
      )
    }
    case 'pageBreak':
      return <p className="diff-note">{sv.diff.pageBreak}</p>
    case 'statusList':
    case 'statusItem':
      return <DiffStatus block={block}>{blocks}</DiffStatus>
    default:
      return text || blocks ? withNote(text, blocks) : <DiffFigure block={block} context={context} />
  }
}

const hasWords = ({ inline, children }: BlockDiff): boolean =>
  inline?.some(({ text }) => text.trim() !== '') || children?.some(hasWords) || false

const withNote = (note: ReactNode, element: ReactNode) => (
  <>
    {note}
    {element}
  </>
)

/** The blocks of an item or a cell, marked together where all of it came or went. */
function marked(block: BlockDiff, context: DiffContext): ReactNode {
  if (!isWhole(block)) return <DiffBlocks blocks={block.children ?? []} context={context} />
  return (
    <Changed change={block.change} block>
      {block.type === 'listItem' && moveNote(block)}
      <DiffBlocks blocks={plain(block).children ?? []} context={context} />
    </Changed>
  )
}

function rowNote(block: BlockDiff): ReactNode {
  if (!isWhole(block)) return null
  const word = block.change === 'added' ? sv.diff.addedRow : sv.diff.removedRow
  return block.moved ? moveNote(block) : <span className="diff-note">{word} </span>
}

/** That a paragraph became a heading, or a list a numbered one. */
function settingsNote({ type, was, change }: BlockDiff): ReactNode {
  if (change !== 'changed' || !was) return null
  const [before, after] = [was.type, type].map(name => sv.diff.types[name] ?? name)
  const words = before && after && before !== after ? sv.diff.became(before, after) : sv.diff.otherSettings
  return <span className="diff-note">{words} </span>
}
