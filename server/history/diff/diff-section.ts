import type { DocumentNode } from '#editor/core/document-node.ts'
import { align, type Pair } from './align.ts'
import { diffInline, inlineOf } from './diff-inline.ts'
import { cellPairing } from './diff-table.ts'
import { COMPARISON } from './likeness.ts'
import { attributesOf, keyOf, kindOf, writtenIn } from './node-kind.ts'
import type { BlockDiff, SectionDiff } from './section-diff.ts'

type Nodes = readonly DocumentNode[]

/** What became of a section's text from one moment to another. Both are ProseMirror JSON of the section's root. */
export function diffSection(sectionId: string, before: DocumentNode, after: DocumentNode): SectionDiff {
  if (keyOf(before) === keyOf(after)) return { sectionId, change: 'same', blocks: [] }
  return { sectionId, change: 'changed', blocks: diffBlocks(before.content, after.content) }
}

function diffBlocks(before: Nodes = [], after: Nodes = []): BlockDiff[] {
  return rendered(align(before, after, COMPARISON), before, after, diffNode)
}

function rendered(
  pairs: Pair[],
  before: Nodes,
  after: Nodes,
  changed: (old: DocumentNode, now: DocumentNode) => BlockDiff,
): BlockDiff[] {
  const moved = movedKeys(pairs, before, after)
  return pairs.flatMap(pair => {
    const old = pair.before === null ? undefined : before[pair.before]
    const now = pair.after === null ? undefined : after[pair.after]
    if (old && now) return [pair.same ? whole('same', now) : changed(old, now)]
    const [only, change] = old ? ([old, 'removed'] as const) : ([now, 'added'] as const)
    return only ? [{ ...whole(change, only), moved: moved.has(keyOf(only)) }] : []
  })
}

/** Keys of blocks that stand on one side in another place. An empty paragraph is nowhere in particular. */
function movedKeys(pairs: Pair[], before: Nodes, after: Nodes): Set<string> {
  const keys = (side: 'before' | 'after', nodes: Nodes): string[] =>
    pairs.flatMap(pair => {
      const index = pair[side === 'before' ? 'after' : 'before'] === null ? pair[side] : null
      const node = index === null ? undefined : nodes[index]
      return node && (kindOf(node) === 'leaf' || writtenIn(node) !== '') ? [keyOf(node)] : []
    })
  const added = new Set(keys('after', after))
  return new Set(keys('before', before).filter(key => added.has(key)))
}

const base = (node: DocumentNode) => ({ type: node.type, moved: false, attrs: attributesOf(node.attrs), was: null })

/** A block that is the same on both sides, or on one side only. */
function whole(change: 'same' | 'added' | 'removed', node: DocumentNode): BlockDiff {
  const kind = kindOf(node)
  return {
    ...base(node),
    change,
    inline: kind === 'text' ? inlineOf(change, node.content) : null,
    children: kind === 'container' ? (node.content ?? []).map(child => whole(change, child)) : null,
  }
}

function diffNode(old: DocumentNode, now: DocumentNode): BlockDiff {
  if (keyOf(old) === keyOf(now)) return whole('same', now)
  const was = { type: old.type, attrs: attributesOf(old.attrs) }
  const isSameFrame = old.type === now.type && JSON.stringify(was.attrs) === JSON.stringify(attributesOf(now.attrs))
  const kind = kindOf(now)
  return {
    ...base(now),
    change: 'changed',
    was: isSameFrame ? null : was,
    inline: kind === 'text' ? diffInline(old.content, now.content) : null,
    children: kind === 'container' ? diffChildren(old, now) : null,
  }
}

function diffChildren(old: DocumentNode, now: DocumentNode): BlockDiff[] {
  if (now.type !== 'table') return diffBlocks(old.content, now.content)
  const cells = cellPairing(old, now)
  const rows = align(old.content ?? [], now.content ?? [], COMPARISON)
  return rendered(rows, old.content ?? [], now.content ?? [], (oldRow, nowRow) => {
    const [left, right] = [oldRow.content ?? [], nowRow.content ?? []]
    return { ...diffNode(oldRow, nowRow), children: rendered(cells(left, right), left, right, diffNode) }
  })
}
