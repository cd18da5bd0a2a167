import { type Attribute, Node } from '@tiptap/core'
import { captionAttribute, chosen, indicatorIdsAttribute, yearAttribute } from './attribute.ts'

/**
 * The node of a block of live figures. The document holds only the question: which indicators, of when, under which
 * caption, and what somebody has chosen besides.
 * @param tag attribute of its element in HTML, "data-chart"
 * @param choices further attributes, see {@link chosen}; each stands in HTML under its own name
 */
export const dataBlockNode = (name: string, tag: `data-${string}`, choices: readonly string[]): Node =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: (): Record<string, Partial<Attribute>> => ({
      indicatorIds: indicatorIdsAttribute,
      year: yearAttribute,
      caption: captionAttribute,
      ...Object.fromEntries(['part', ...choices].map(key => [key, chosen(key, `data-${key}`)])),
    }),
    parseHTML: () => [{ tag: `div[${tag}]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', { [tag]: '', ...HTMLAttributes }],
  })
