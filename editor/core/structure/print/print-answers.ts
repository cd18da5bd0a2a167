import type { DocumentNode } from '../../document-node.ts'
import { formatDate } from '../../format-date.ts'
import type { Field, Values } from '../field.ts'
import { sv as words } from './answers-sv.ts'
import { howMany } from './how-many.ts'
import { headCell, paragraphs, strongLine, table, textCell } from './nodes.ts'
import { printFields } from './print-fields.ts'
import { type Measure, statusOf } from './print-overview.ts'

/** A part of the answer to a recommendation, under its own heading. */
export interface PrintedPart {
  heading: string
  notApplicableReason: string | null
  /** All that it prints. */
  content: DocumentNode[]
}

/** One board's answer to one recommendation. */
export interface PrintedAnswer {
  /** Without the quotation, which stands above them all. */
  fields: Field[]
  values: Values
  /** What the board quotes, where that is not what stands above. */
  otherQuote: string | null
  parts: PrintedPart[]
  /** A text for each column of the overview. */
  columns: string[]
  position: string
  measures: Measure[]
  answered: boolean
}

export interface PrintedBoard {
  board: string
  title: string
  /** `hidden`: a draft that the reader may not read. */
  state: 'locked' | 'draft' | 'hidden'
  /** ISO date of the lock. */
  date: string
  /** By the recommendation's lineage. */
  answers: ReadonlyMap<string, PrintedAnswer>
}

export interface PrintedRecommendation {
  lineageId: string
  heading: string
}

const heading = (level: 4 | 5, text: string): DocumentNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
})

/** Of a draft that the reader may not read there is none. */
const answerOf = (board: PrintedBoard, lineageId: string): PrintedAnswer | undefined =>
  board.state === 'hidden' ? undefined : board.answers.get(lineageId)

const stateText = ({ state, date }: PrintedBoard): string =>
  state === 'locked' ? words.locked(formatDate(date)) : words.draft

const sourceLine = (board: PrintedBoard): DocumentNode =>
  board.state === 'locked'
    ? {
        type: 'paragraph',
        content: [{ type: 'text', text: words.from(board.board, formatDate(board.date)), marks: [{ type: 'italic' }] }],
      }
    : strongLine(words.fromDraft(board.board))

const partNodes = ({ heading: name, notApplicableReason, content }: PrintedPart): DocumentNode[] => [
  heading(5, name),
  ...(notApplicableReason === null
    ? content.length
      ? content
      : paragraphs(words.missing)
    : paragraphs(words.notApplicable(notApplicableReason))),
]

function answerNodes(board: PrintedBoard, lineageId: string): DocumentNode[] {
  if (board.state === 'hidden') return paragraphs(words.hidden)
  const answer = answerOf(board, lineageId)
  if (!answer) return paragraphs(words.unknown)
  return [
    ...(answer.otherQuote === null ? [] : paragraphs(words.otherQuote(answer.otherQuote))),
    ...printFields(answer.fields, answer.values),
    ...answer.parts.flatMap(partNodes),
  ]
}

/** What each board answers to a recommendation, under the board's name, with where it comes from. */
export const printAnswers = (boards: readonly PrintedBoard[], lineageId: string): DocumentNode[] =>
  boards.length
    ? boards.flatMap(board => [heading(4, board.board), sourceLine(board), ...answerNodes(board, lineageId)])
    : paragraphs(words.noAnswers)

const hiddenOr = (board: PrintedBoard, lineageId: string, columns: number): string[] => {
  const answer = answerOf(board, lineageId)
  if (answer) return answer.columns.map(text => text || words.none)
  return [board.state === 'hidden' ? words.draft : words.missing, ...Array<string>(columns - 1).fill(words.none)]
}

/** Recommendation by board: the position, how far the åtgärder have come, and the next date; then how many of each. */
export function printAnswerOverview(
  boards: readonly PrintedBoard[],
  recommendations: readonly PrintedRecommendation[],
  columns: readonly string[],
): DocumentNode[] {
  if (!boards.length) return paragraphs(words.noAnswers)
  const answers = recommendations.flatMap(({ lineageId }) => boards.map(board => answerOf(board, lineageId)))
  const measures = answers.flatMap(answer => answer?.measures ?? [])
  return [
    table([
      [words.recommendation, words.board, ...columns].map(headCell),
      ...recommendations.flatMap(({ lineageId, heading: name }) =>
        boards.map(board => [
          headCell(name),
          textCell(board.board),
          ...hiddenOr(board, lineageId, columns.length).map(textCell),
        ]),
      ),
    ]),
    ...paragraphs(words.positions(howMany(answers.map(answer => answer?.position ?? words.missing)))),
    ...paragraphs(words.measures(measures.length, statusOf(measures))),
  ]
}

/** Which boards answer, how far each has come, and who is asked without having an answer. */
export function printBoards(
  boards: readonly PrintedBoard[],
  recommendations: readonly PrintedRecommendation[],
  withoutAnswer: readonly string[],
): DocumentNode[] {
  if (!boards.length && !withoutAnswer.length) return paragraphs(words.noAnswers)
  const answered = (board: PrintedBoard): string =>
    board.state === 'hidden'
      ? words.none
      : words.answeredOf(
          recommendations.filter(({ lineageId }) => answerOf(board, lineageId)?.answered).length,
          recommendations.length,
        )
  return [
    table([
      [words.board, words.state, words.answered, words.report].map(headCell),
      ...boards.map(board => [
        headCell(board.board),
        textCell(stateText(board)),
        textCell(answered(board)),
        textCell(board.title),
      ]),
      ...withoutAnswer.map(name => [
        headCell(name),
        textCell(words.noAnswer),
        textCell(words.none),
        textCell(words.none),
      ]),
    ]),
  ]
}
