import { Node } from '@tiptap/core'
import type { BlockSchema } from '../../core/block.ts'
import { escapeHtml } from '../../core/escape-html.ts'
import { movePeriod } from '../../core/period.ts'
import { bindingFigures, bindingKey, boundText, readBinding } from './model.ts'

const attribute = (name: string, byDefault: string) => ({
  default: byDefault,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? byDefault,
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name}`]: attrs[ATTRIBUTE_OF[name] ?? name] }),
})

const ATTRIBUTE_OF: Record<string, string> = { indicator: 'indicatorId' }

/** A number in running text that stays bound to its figure. The document holds only which figure, and in what form. */
const BoundNumber = Node.create({
  name: 'boundNumber',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    indicatorId: attribute('indicator', ''),
    kind: attribute('kind', 'result'),
    period: attribute('period', ''),
    gender: attribute('gender', 'T'),
    form: attribute('form', 'unit'),
  }),
  parseHTML: () => [{ tag: 'span[data-bound-number]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', { 'data-bound-number': '', ...HTMLAttributes }],
})

export const boundNumber: BlockSchema = {
  node: BoundNumber,
  html: (node, { data }) => {
    const binding = readBinding(node)
    const { text, gap } = boundText(binding, data)
    return `<span class="bound-number"${gap ? ' data-gap' : ''} data-figure="${escapeHtml(bindingKey(binding))}">${escapeHtml(text)}</span>`
  },
  text: (node, { data }) => boundText(readBinding(node), data).text,
  figures: node => bindingFigures(readBinding(node)),
  moveOn: (node, years) => ({
    ...node,
    attrs: { ...node.attrs, period: movePeriod(readBinding(node).period, years) },
  }),
  still: (node, data) => [
    { type: 'text', text: boundText(readBinding(node), data).text, ...(node.marks && { marks: node.marks }) },
  ],
}
