import type { ReactNode } from 'react'
import type { InlineDiff } from '#server/history/diff/section-diff.ts'
import { sv } from '../sv.ts'
import { Changed } from './changed.tsx'

/** Running text with its changes, word by word. */
export function DiffInline({ pieces }: { pieces: InlineDiff[] }) {
  return pieces.map((piece, index) => {
    const text = styled(piece)
    // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces are rendered once, on the server
    if (piece.change === 'added' || piece.change === 'removed')
      return (
        <Changed key={index} change={piece.change}>
          {text}
        </Changed>
      )
    if (piece.change === 'same') return <span key={index}>{text}</span>
    return (
      <span key={index} className="diff-restyled">
        {text}
        <span className="diff-note"> ({restyling(piece)})</span>
      </span>
    )
    // biome-ignore-end lint/suspicious/noArrayIndexKey: same
  })
}

const SAFE_LINK = /^(https?|mailto|tel):/i

function styled({ type, text, marks }: InlineDiff): ReactNode {
  if (type === 'hardBreak') return <br />
  if (type === 'footnote') return <span data-footnote="">{text}</span>
  let styledText: ReactNode = text
  for (const mark of marks) {
    const href = mark.type === 'link' ? String(mark.attrs?.href ?? '') : ''
    if (mark.type === 'bold') styledText = <strong>{styledText}</strong>
    else if (mark.type === 'italic') styledText = <em>{styledText}</em>
    else if (SAFE_LINK.test(href))
      styledText = (
        <a href={href} rel="noopener noreferrer">
          {styledText}
        </a>
      )
  }
  return styledText
}

/** "nu fet, inte längre kursiv" */
function restyling({ marks, was }: InlineDiff): string {
  const [now, before] = [marks, was ?? []].map(list => new Map(list.map(mark => [mark.type, mark])))
  const words = [
    ...[...(now?.keys() ?? [])].filter(name => !before?.has(name)).map(name => sv.diff.on[name]),
    ...[...(before?.keys() ?? [])].filter(name => !now?.has(name)).map(name => sv.diff.off[name]),
  ].filter(word => word !== undefined)
  if (words.length > 0) return words.join(', ')
  const links = [now?.get('link'), before?.get('link')].map(mark => mark?.attrs?.href)
  return links[0] === links[1] ? sv.diff.otherForm : sv.diff.otherLink
}
