import { figureHtml } from '../../core/data-block/table-html.ts'
import type { DocumentNode } from '../../core/document-node.ts'
import { escapeHtml } from '../../core/escape-html.ts'
import type { FigureSet } from '../../core/figure.ts'
import { headCell, paragraphs, table } from '../../core/structure/print/nodes.ts'
import { itemsOf, readStatusItem } from './item.ts'
import { factsText, listSources, type StatusModel, signText, statusModel } from './model.ts'
import { sv } from './sv.ts'

export const captionOf = ({ attrs = {} }: DocumentNode): string =>
  typeof attrs.caption === 'string' ? attrs.caption : ''

function factsHtml({ facts }: StatusModel): string {
  if (!facts) return ''
  const { before, result, target } = facts
  const goal = target ? `, ${figureHtml({ ...target, text: sv.target(target.text) })}` : ''
  return `<p class="status-facts">${escapeHtml(before)}${figureHtml(result)}${goal}</p>`
}

/** Goal, status and analysis. What is not written here but bound, `data-generated` says: search leaves it out. */
export function itemHtml(node: DocumentNode, data: FigureSet, inner: string): string {
  const model = statusModel(readStatusItem(node), data)
  const { goal, sign } = model
  const head = `<p class="status-goal">${escapeHtml(goal)}</p><p class="status-sign"><span aria-hidden="true">${sign.symbol}</span> ${escapeHtml(sign.text)}</p>`
  return `<div class="status-item"><div class="status-head" data-generated>${head}${factsHtml(model)}</div>${inner}</div>`
}

export function listHtml(node: DocumentNode, data: FigureSet, inner: string): string {
  const caption = `<p class="data-block-caption" data-generated>${escapeHtml(captionOf(node))}</p>`
  const sources = listSources(node, data).map(
    line => `<p class="data-block-source" data-generated>${escapeHtml(line)}</p>`,
  )
  return `<div class="status-list">${caption}${inner}${sources.join('')}</div>`
}

export function itemText(node: DocumentNode, data: FigureSet, inner: string): string {
  const model = statusModel(readStatusItem(node), data)
  return [model.goal, signText(model), factsText(model), inner].filter(Boolean).join('\n')
}

export const listText = (node: DocumentNode, data: FigureSet, inner: string): string =>
  [captionOf(node), inner, ...listSources(node, data)].filter(Boolean).join('\n')

/** The list as an author's own table: goal, status, analysis. The analysis is the very nodes that were written. */
export function asTableNode(list: DocumentNode, data: FigureSet): DocumentNode {
  const { goal, status, analysis } = sv.columns
  const rows = itemsOf(list).map(item => {
    const model = statusModel(readStatusItem(item), data)
    const facts = factsText(model)
    const signCell: DocumentNode = {
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [...paragraphs(signText(model)), ...paragraphs(facts)],
    }
    const written: DocumentNode = {
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: item.content?.length ? item.content : [{ type: 'paragraph' }],
    }
    return [headCell(model.goal), signCell, written]
  })
  return table([[goal, status, analysis].map(headCell), ...rows])
}
