import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react'
import { View } from '../elements.ts'
import type { Struct } from '../struct.ts'

interface Props {
  children?: ReactNode
  struct?: Struct
  minPresenceAhead?: number
  isLying?: boolean
  isPageBreak?: boolean
}
export type Block = ReactElement<Props>

/** Blocks as they stand on the page, without the fragments and lists that they came in. */
function flatten(node: ReactNode): Block[] {
  if (Array.isArray(node)) return node.flatMap(flatten)
  if (!isValidElement<Props>(node)) return []
  return node.type === Fragment ? flatten(node.props.children) : [node]
}

const headingLevel = ({ props }: Block): number => Number(/^H([1-6])$/.exec(props.struct?.role ?? '')?.[1] ?? 0)

const keepsWithNext = ({ props }: Block): boolean => (props.minPresenceAhead ?? 0) > 0

/** Whether `next` may begin a page although the group before it ends with something that keeps with what follows. */
function mayPart(group: Block[], next: Block): boolean {
  const last = Math.max(0, ...group.map(headingLevel))
  // A section without text: the next one of its level is no continuation of it.
  return headingLevel(next) > 0 && headingLevel(next) <= last
}

/**
 * Blocks of a page, headings grouped with the block that follows, so that no heading stands alone at the foot of a
 * page. The page layout has a measure of its own for that (points that must follow on the same page), but where the
 * text is shorter than the measure it forbids every break up to the end of the page.
 */
export function keepTogether(content: ReactNode): Block[][] {
  const groups: Block[][] = []
  let open = false
  for (const block of flatten(content)) {
    const group = groups.at(-1)
    if (open && group && !block.props.isPageBreak && !mayPart(group, block)) group.push(block)
    else groups.push([block])
    open = keepsWithNext(block)
  }
  return groups
}

/** The groups as the layout takes them. */
export const drawGroups = (groups: Block[][]): ReactNode[] =>
  groups.map((group, index) =>
    group.length === 1 ? (
      group
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the elements are made once and never reordered
      <View key={`group-${index}`} isFlow>
        {group}
      </View>
    ),
  )
