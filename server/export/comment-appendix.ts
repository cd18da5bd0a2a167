import type { CommentMessage, CommentThread } from '#editor/core/comment-thread.ts'
import type { DocumentNode } from '#editor/core/document-node.ts'
import { formatInstant } from '#editor/core/format-date.ts'
import type { ResolvedReport, ResolvedSection } from '#editor/core/resolved-report.ts'
import { headCell, paragraphs, strongLine, table, textCell } from '#editor/core/structure/print/nodes.ts'
import { appendixSection } from './appendix-section.ts'
import { sv as words } from './sv.ts'

const sv = words.comments

const state = ({ resolved, placed }: CommentThread): string =>
  [resolved ? sv.resolved(resolved.by, formatInstant(resolved.at)) : sv.open, ...(placed ? [] : [sv.gone])].join('. ')

const said = ({ author, at, editedAt, body }: CommentMessage): DocumentNode[] => [
  headCell(author.name),
  textCell(`${formatInstant(at)}${editedAt && body !== null ? `, ${sv.edited}` : ''}`),
  textCell(body ?? sv.removed),
]

const threadOf = (thread: CommentThread): DocumentNode[] => [
  ...paragraphs(sv.quote(thread.quote.replaceAll('\n', ' '))),
  table([[sv.who, sv.when, sv.message].map(headCell), ...thread.messages.map(said)]),
  ...paragraphs(sv.state(state(thread))),
]

function appendix({ sections }: ResolvedReport, threads: readonly CommentThread[]): ResolvedSection {
  const groups = sections.flatMap(({ id, number, heading }) => {
    const here = threads.filter(({ sectionId }) => sectionId === id)
    return here.length ? [strongLine(`${number} ${heading}`.trim()), ...here.flatMap(threadOf)] : []
  })
  return appendixSection('kommentarer', sv, [...paragraphs(sv.about), ...groups])
}

/**
 * A draft with an appendix of what is said about it. What is locked, and what is for everybody, never has one: comments
 * are no part of the report.
 * @param threads those that whoever gets the file may read
 */
export const withCommentAppendix = (report: ResolvedReport, threads: readonly CommentThread[]): ResolvedReport =>
  report.report.status === 'draft' && report.report.audience !== 'public' && threads.length > 0
    ? { ...report, sections: [...report.sections, appendix(report, threads)] }
    : report
