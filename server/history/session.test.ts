import { expect, test } from 'vitest'
import { joinSessions, LONGEST_PAUSE, type Session } from './session.ts'

const part = (seq: number, at: number, userId: string, ...ids: string[]): Session => ({
  userId,
  from: at,
  to: at,
  beforeSeq: seq - 1,
  fromSeq: seq,
  toSeq: seq,
  sections: ids.map(id => ({ id, added: 2, removed: 1 })),
})
const spans = (sessions: Session[]) => sessions.map(({ userId, beforeSeq, toSeq }) => [userId, beforeSeq, toSeq])

test('two people who write at the same time have a session each', () => {
  const sessions = joinSessions([
    part(1, 0, 'a', 's'),
    part(2, 1, 'b', 's'),
    part(3, 2, 'a', 's'),
    part(4, 3, 'b', 's'),
  ])
  expect(spans(sessions)).toEqual([
    ['a', 0, 3],
    ['b', 1, 4],
  ])
  expect(sessions[0]?.sections).toEqual([{ id: 's', added: 4, removed: 2 }])
})

test('a pause of five minutes is none, a longer one is', () => {
  expect(joinSessions([part(1, 0, 'a', 's'), part(2, LONGEST_PAUSE, 'a', 's')])).toHaveLength(1)
  expect(joinSessions([part(1, 0, 'a', 's'), part(2, LONGEST_PAUSE + 1, 'a', 's')])).toHaveLength(2)
})

test('a change of several sections at once stands by itself, in whatever order they come', () => {
  const parts = [part(1, 0, 'a', 's'), part(2, 1, 'a', 's', 't'), part(3, 2, 'a', 't', 's')]
  expect(spans(joinSessions(parts))).toEqual([
    ['a', 0, 1],
    ['a', 1, 3],
  ])
})

test('no session goes across a break, and joining again changes nothing', () => {
  const parts = [part(1, 0, 'a', 's'), part(2, 1, 'a', 's'), part(3, 2, 'a', 's')]
  const joined = joinSessions(parts, [2])
  expect(spans(joined)).toEqual([
    ['a', 0, 2],
    ['a', 2, 3],
  ])
  expect(joinSessions(joined, [2])).toEqual(joined)
  expect(parts[0]?.toSeq).toBe(1)
})
