import { eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { board } from '#db/schema/organisation.ts'
import type { AskedBoard } from '#editor/core/resolved-report.ts'
import type { Family } from './family.ts'

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

/** The boards that the report says are asked, and whether each has an answer. */
export async function askedBoards(db: Db, { self, rule, isJoint, answers, included }: Family): Promise<AskedBoard[]> {
  const names = (self.row.values[rule.asked] ?? '')
    .split('\n')
    .map(line => line.trim().replace(/[.,;]$/, ''))
    .filter(Boolean)
  if (!names.length) return []
  const boards = await db
    .select({ name: board.name })
    .from(board)
    .where(eq(board.organisationId, self.row.organisationId))
  const known = new Set(boards.map(({ name }) => plain(name)))
  const shown = isJoint ? answers.filter(({ row }) => included.includes(row.id)) : answers
  const answering = new Set(shown.map(one => plain(one.board.name)))
  return names.map(name => ({ name, isBoard: known.has(plain(name)), hasAnswer: answering.has(plain(name)) }))
}
