import type { Actor } from '../../policies/actor.ts'
import { createReport } from '../../reports/create-report.ts'
import { listBoards } from '../../reports/list-boards.ts'
import { readStructure } from '../../reports/read-structure.ts'
import { setValue } from '../../reports/set-value.ts'
import { addUnit } from '../../reports/units/add-unit.ts'
import type { DemoServices } from '../../testing/demo-services.ts'

export async function boardId(services: DemoServices, actor: Actor, name: string): Promise<string> {
  const found = (await listBoards(services, actor)).find(board => board.name.startsWith(name))
  if (!found) throw new Error(`no board ${name}`)
  return found.id
}

/** Adds a recommendation to an answer. @returns the unit's id */
export async function recommend(
  services: DemoServices,
  actor: Actor,
  reportId: string,
  quote: string,
): Promise<string> {
  const { sections } = await readStructure(services, actor, reportId)
  const sectionId = sections.find(({ key }) => key === 'rekommendationer-och-svar')?.id ?? ''
  const { id } = await addUnit(services, actor, { sectionId, kind: 'rekommendation' })
  await setValue(services, actor, { of: 'unit', id, key: 'rekommendation', value: quote })
  return id
}

/** A revisionssvar of a board with these recommendations. */
export async function reviewAnswer(
  services: DemoServices,
  actor: Actor,
  { board, quotes, year = 2024 }: { board: string; quotes: readonly string[]; year?: number },
): Promise<string> {
  const { id } = await createReport(services, actor, {
    templateKey: 'revisionssvar',
    boardId: await boardId(services, actor, board),
    year,
    diaryNumber: '',
    title: 'Svar om god och nära vård',
  })
  const facts = {
    granskning: 'Granskning av god och nära vård',
    granskningsdatum: '2024-02-01',
    'svar-senast': '2024-06-30',
    'svarande-namnder': 'Vård- och omsorgsnämnden\nBarn- och utbildningsnämnden',
    'samlad-bedomning': 'Arbetet är inte tillräckligt.',
    handlaggare: 'Utredare',
  }
  for (const [key, value] of Object.entries(facts)) await setValue(services, actor, { of: 'report', id, key, value })
  for (const quote of quotes) await recommend(services, actor, id, quote)
  return id
}
