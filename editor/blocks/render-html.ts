import { type DOMOutputSpec, type Mark, Node, type NodeType } from '@tiptap/pm/model'
import type { RenderContext } from '../core/block.ts'
import type { DocumentNode } from '../core/document-node.ts'
import { escapeHtml } from '../core/escape-html.ts'
import { documentSchema } from './document-schema.ts'
import { type BlockName, blockSchemas } from './schemas.ts'

const VOID = new Set(['br', 'img', 'hr', 'col'])

function attributesHtml(attrs: Record<string, unknown>): string {
  return Object.entries(attrs)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('')
}

/** A ProseMirror output spec as HTML; `children` stands where the spec has its hole (0). */
function specHtml(spec: DOMOutputSpec | 0, children: string): string {
  if (spec === 0) return children
  if (typeof spec === 'string') return escapeHtml(spec)
  if (!Array.isArray(spec)) throw new TypeError('A block that writes DOM nodes needs an html of its own')
  const [tag, second, ...rest] = spec as [string, ...unknown[]]
  const hasAttrs = second !== null && typeof second === 'object' && !Array.isArray(second)
  const attrs = hasAttrs ? attributesHtml(second as Record<string, unknown>) : ''
  if (VOID.has(tag)) return `<${tag}${attrs}>`
  const parts = (hasAttrs ? rest : second === undefined ? [] : [second, ...rest]) as (DOMOutputSpec | 0)[]
  return `<${tag}${attrs}>${parts.map(part => specHtml(part, children)).join('')}</${tag}>`
}

const toDom = (node: Node): DOMOutputSpec | 0 => node.type.spec.toDOM?.(node) ?? 0

/** Each type's node without attributes of its own, and what that renders to; null where it must have some. */
const plainNodes = new Map<NodeType, { node: Node; spec: DOMOutputSpec | 0 } | null>()

function plainNode(type: NodeType): { node: Node; spec: DOMOutputSpec | 0 } | null {
  let plain = plainNodes.get(type)
  if (plain === undefined) {
    const node = type.hasRequiredAttrs() ? null : type.create()
    plain = node && { node, spec: toDom(node) }
    plainNodes.set(type, plain)
  }
  return plain
}

/**
 * Most nodes of a report have no attributes of their own, and TipTap takes longer over those than over all the rest.
 * What a block without `html` renders to does not depend on its content.
 */
function specOf(node: Node): DOMOutputSpec | 0 {
  const plain = plainNode(node.type)
  return plain?.node.sameMarkup(node) ? plain.spec : toDom(node)
}

const markHtml = (mark: Mark, html: string): string => specHtml(mark.type.spec.toDOM?.(mark, true) ?? 0, html)

function nodeHtml(node: Node, context: RenderContext): string {
  if (node.isText) return node.marks.reduceRight((html, mark) => markHtml(mark, html), escapeHtml(node.text ?? ''))
  const inner = (): string => {
    let children = ''
    node.forEach(child => {
      children += nodeHtml(child, context)
    })
    return children
  }
  const own = blockSchemas[node.type.name as BlockName]?.html
  return own ? own(node.toJSON(), context, inner) : specHtml(specOf(node), inner())
}

/**
 * A section's text as HTML, safe to insert into a page.
 * @throws RangeError on a node or mark that the schema does not know
 */
export function renderHtml(content: DocumentNode, context: RenderContext): string {
  const root = Node.fromJSON(documentSchema, content)
  let html = ''
  root.forEach(child => {
    html += nodeHtml(child, context)
  })
  return html
}
