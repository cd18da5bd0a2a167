import { renderHtml } from '#editor/blocks/render-html.ts'
import type { RenderContext } from '#editor/core/block.ts'
import { escapeHtml } from '#editor/core/escape-html.ts'
import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import { sv } from '../sv.ts'
import { mendMarkup } from './mend-markup.ts'
import type { NoteNumbers } from './note-numbers.ts'

export const sectionAnchor = (section: ResolvedSection): string => `avsnitt-${section.id}`

/** Wide tables roll sideways by themselves, also from the keyboard; tables inside tables roll with the outer one. */
const rollTables = (html: string, heading: string): string => {
  let depth = 0
  let number = 0
  return html.replace(/<(\/?)table\b([^>]*)>/g, (tag, close: string) => {
    if (!close && depth++ === 0)
      return `<div class="table" role="region" aria-label="${escapeHtml(sv.table(heading, ++number))}" tabindex="0">${tag}`
    if (close && --depth === 0) return `${tag}</div>`
    return tag
  })
}

/** Heading, law references and text of a section. @param depth level of its heading in the page, 2 to 4 */
export function sectionHtml(
  section: ResolvedSection,
  depth: number,
  context: RenderContext,
  notes: NoteNumbers,
): string {
  const name = `${section.number} ${section.heading}`
  const heading = `<h${depth} id="${sectionAnchor(section)}">${escapeHtml(name)}</h${depth}>`
  const law = section.lawReferences.length
    ? `<p class="law">${escapeHtml(sv.lawReferences(section.lawReferences))}</p>`
    : ''
  const text =
    section.notApplicableReason === null
      ? rollTables(notes.take(mendMarkup(renderHtml(section.content, context), depth)), name)
      : `<p><strong>${sv.notApplicable}</strong> ${escapeHtml(section.notApplicableReason)}</p>`
  return heading + law + text
}
