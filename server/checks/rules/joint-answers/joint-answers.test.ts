import { expect, test } from 'vitest'
import type { ResolvedAnswer, ResolvedReport } from '#editor/core/resolved-report.ts'
import { answeringBoards } from '../answering-boards/answering-boards.ts'
import { jointAnswers } from './joint-answers.ts'

const answered = { lineageId: 'a', heading: 'Rekommendation 1', quote: 'Ta fram en plan.', answered: true }
const answer = (change: Partial<ResolvedAnswer> = {}): ResolvedAnswer => ({
  id: 'kultur',
  title: 'Svar',
  board: 'Kulturnämnden',
  status: 'locked',
  date: '2024-05-02',
  seq: 1,
  recommendations: [answered],
  ...change,
})

const findings = (...answers: ResolvedAnswer[]) =>
  jointAnswers
    .run({
      joint: { answers, recommendations: [{ sectionId: 's', lineageId: 'a', quote: 'Ta fram en plan.' }] },
    } as unknown as ResolvedReport)
    .map(({ level, sectionId, message, link }) => [level, sectionId, message, link?.reportId])

test('finished answers to every recommendation leave nothing to say; no answers do', () => {
  expect(findings(answer())).toEqual([])
  expect(findings()).toEqual([['stop', null, expect.stringContaining('Ingen nämnds svar är med'), undefined]])
  expect(jointAnswers.run({} as ResolvedReport)).toEqual([])
})

test('what a nämnd leaves open or quotes otherwise is named where it stands, and what only it has stops', () => {
  expect(findings(answer({ status: 'draft' }))).toEqual([
    ['stop', null, expect.stringContaining('Kulturnämndens svar är inte låst'), 'kultur'],
  ])
  expect(findings(answer({ recommendations: [{ ...answered, answered: false }] }))).toEqual([
    ['warning', 's', 'Kulturnämnden har inte besvarat rekommendation 1.', 'kultur'],
  ])
  expect(findings(answer({ recommendations: [{ ...answered, quote: 'Gör en plan.' }] }))).toEqual([
    ['warning', 's', expect.stringContaining('med en annan lydelse'), 'kultur'],
  ])
  const more = { ...answered, lineageId: 'b', heading: 'Rekommendation 2' }
  expect(findings(answer({ recommendations: [answered, more] }))).toEqual([
    ['stop', null, expect.stringContaining('Rekommendation 2 i Kulturnämndens svar finns inte'), 'kultur'],
  ])
})

test('a nämnd that is asked and has no answer: a hint in another’s answer, a stop in the samlat svar', () => {
  const asked = [
    { name: 'Kulturnämnden', isBoard: true, hasAnswer: false },
    { name: 'Regionstyrelsen', isBoard: false, hasAnswer: false },
    { name: 'Omsorgsnämnden', isBoard: true, hasAnswer: true },
  ]
  const levels = (report: object) =>
    answeringBoards.run(report as ResolvedReport).map(({ level, message }) => [level, message.split(' står ')[0]])
  expect(levels({ asked })).toEqual([['warning', 'Kulturnämnden']])
  expect(levels({ asked, joint: {} })).toEqual([
    ['stop', 'Kulturnämnden'],
    ['stop', 'Regionstyrelsen'],
  ])
  expect(levels({})).toEqual([])
})
