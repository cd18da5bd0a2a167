import type { DocumentNode } from '../../core/document-node.ts'

type Marks = NonNullable<DocumentNode['marks']>

const NONE: ReadonlySet<string> = new Set()

/** @returns the thread that a mark belongs to; null for every other mark */
const threadOf = ({ type, attrs }: Marks[number]): string | null =>
  type === 'comment' ? String(attrs?.thread ?? '') : null

/** Texts that have the same form again are one text, as if nobody had commented. */
function joined(nodes: DocumentNode[]): DocumentNode[] {
  const result: DocumentNode[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.text !== undefined && node.text !== undefined && sameForm(last.marks, node.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text }
    else result.push(node)
  }
  return result
}

const sameForm = (one: Marks = [], other: Marks = []): boolean => JSON.stringify(one) === JSON.stringify(other)

/**
 * The same text without the places of comments, equal to what it would be had nobody commented.
 * @param keep ids of threads whose places stay
 */
export function withoutComments(node: DocumentNode, keep: ReadonlySet<string> = NONE): DocumentNode {
  return strip(node, keep) ?? node
}

/** Null where there is nothing to take out: most of a text has no comments, and is not copied. */
function strip(node: DocumentNode, keep: ReadonlySet<string>): DocumentNode | null {
  const marks = node.marks?.filter(mark => {
    const thread = threadOf(mark)
    return thread === null || keep.has(thread)
  })
  let changed = marks !== undefined && marks.length < (node.marks?.length ?? 0)
  const content = node.content?.map(child => {
    const stripped = strip(child, keep)
    if (stripped) changed = true
    return stripped ?? child
  })
  if (!changed) return null
  const { marks: _marks, content: _content, ...rest } = node
  return { ...rest, ...(content && { content: joined(content) }), ...(marks?.length && { marks }) }
}

/** Ids of the threads that have a place in a text, in the order of their first words. */
export function threadsIn(node: DocumentNode): string[] {
  const found = new Set<string>()
  const visit = ({ marks, content }: DocumentNode): void => {
    for (const mark of marks ?? []) {
      const thread = threadOf(mark)
      if (thread) found.add(thread)
    }
    for (const child of content ?? []) visit(child)
  }
  visit(node)
  return [...found]
}
