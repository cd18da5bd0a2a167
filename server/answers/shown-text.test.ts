import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { walk } from '#editor/core/document-node.ts'
import { NotFoundError } from '../errors.ts'
import { samplePng } from '../export/testing/sample-png.ts'
import type { Actor } from '../policies/actor.ts'
import { findReport } from '../reports/find-report.ts'
import { paragraph, writeText } from '../reports/make-from/testing/write-text.ts'
import { readImage } from '../reports/read-image.ts'
import { readStructure } from '../reports/read-structure.ts'
import { resolveReport } from '../reports/resolve-report.ts'
import { storeImage } from '../reports/store-image.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { assembleAnswers } from './assemble-answers.ts'
import { boardId, reviewAnswer } from './testing/review.ts'

const database = testDatabase()
let services: DemoServices
let care: Actor
let coordinator: Actor
let director: Actor

beforeAll(async () => {
  services = await demoServices(database)
  care = await demoActor(services, 'handlaggare')
  coordinator = await demoActor(services, 'samordnare')
  director = await demoActor(services, 'kommundirektor')
})
afterAll(() => services.documents.close())

test('pictures, tables of figures and headings of an answer are shown, each as it stands there', async () => {
  const careId = await reviewAnswer(services, care, { board: 'Vård', quotes: ['Ta fram en plan.'] })
  const { imageId } = await storeImage(services, care, careId, samplePng(8, 8))
  const { sections } = await readStructure(services, care, careId)
  const part = sections.find(({ key }) => key === 'vidtagna-atgarder')
  await writeText(
    services.db,
    { reportId: careId, userId: care.id },
    {
      [part?.id ?? '']: [
        { type: 'heading', attrs: { level: 4 }, content: [{ type: 'text', text: 'Det vi har gjort' }] },
        { type: 'image', attrs: { imageId, alt: 'En trappa' } },
        {
          type: 'indicatorTable',
          attrs: { indicatorIds: ['senior-alert.trycksar.plan'], year: 2023, caption: 'Trycksår' },
        },
        paragraph('Klart.'),
      ],
    },
  )
  const boardOfJoint = await boardId(services, coordinator, 'Kommunstyrelsen')
  const { id } = await assembleAnswers(services, coordinator, { reportId: careId, boardId: boardOfJoint })
  const row = await findReport(services.db, coordinator, id, 'report.read')
  const resolved = await resolveReport(services, row, { fresh: true, reader: coordinator })
  const head = resolved.sections.find(({ key }) => key === 'rekommendation')
  const types: string[] = []
  const headings: string[] = []
  walk(head?.content ?? { type: 'doc' }, node => {
    types.push(node.type)
    if (node.type === 'heading') headings.push(node.content?.[0]?.text ?? '')
  })
  expect(Object.keys(resolved.images)).toEqual([imageId])
  expect(types).toContain('image')
  expect(types).not.toContain('indicatorTable')
  expect(headings).not.toContain('Det vi har gjort')
  expect(JSON.stringify(head?.content)).toContain('Det vi har gjort')
  expect(JSON.stringify(head?.content)).toContain('Trycksår')

  const shown = (actor: Actor, reportId: string) => readImage(services, actor, reportId, imageId)
  expect((await shown(coordinator, id)).mediaType).toBe('image/png')
  // It stands in a draft that the director may not read, and in no other report.
  await expect(shown(director, id)).rejects.toThrow(NotFoundError)
  const other = await reviewAnswer(services, care, { board: 'Vård', quotes: ['Annat.'] })
  await expect(shown(care, other)).rejects.toThrow(NotFoundError)
})
