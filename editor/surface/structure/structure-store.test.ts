import { expect, test, vi } from 'vitest'
import type { RowTable } from '../../core/structure/structured-section.ts'
import { ApiError } from '../report-api.ts'
import { agreeingApi, sampleSection as section, sampleStructure as structure } from '../testing/sample-structure.ts'
import { type StructureApi, StructureStore } from './structure-store.ts'

const api = (own: Partial<StructureApi>): StructureApi => agreeingApi(structure([section('a')]), own)

const statuses = (store: StructureStore): string[] => store.getSnapshot().structure.sections.map(one => one.status)

test('a change shows at once and stays when the server has taken it', async () => {
  const answers: (() => void)[] = []
  const changeSection = vi.fn(() => new Promise<void>(resolve => void answers.push(resolve)))
  const store = new StructureStore(
    structure([section('a'), section('b')]),
    api({
      changeSection,
      structure: async () => structure([section('a'), section('b', { status: 'done' })]),
    }),
  )
  const changing = store.change('a', { status: 'done' })
  expect(statuses(store)).toEqual(['done', 'draft'])
  // Another's change arrives while ours is on its way.
  await store.refresh()
  expect(statuses(store)).toEqual(['done', 'done'])
  answers[0]?.()
  expect(await changing).toBe(true)
  expect(statuses(store)).toEqual(['done', 'done'])
})

test('a refused change is taken back and says why, until the next one', async () => {
  const changeSection = vi
    .fn()
    .mockRejectedValueOnce(new ApiError('report-locked', 'Rapporten är låst.'))
    .mockResolvedValue({ before: null })
  const store = new StructureStore(structure([section('a')]), api({ changeSection }))
  expect(await store.change('a', { status: 'done' })).toBe(false)
  expect(statuses(store)).toEqual(['draft'])
  expect(store.getSnapshot().errors).toEqual({ a: 'Rapporten är låst.' })
  await store.change('a', { status: 'reviewed' })
  expect(store.getSnapshot().errors).toEqual({})
})

test('news that come during a fetch cause one more fetch', async () => {
  const fetch = vi.fn(async () => structure([section('a')]))
  const store = new StructureStore(structure([section('a')]), api({ structure: fetch }))
  await Promise.all([store.refresh(), store.refresh(), store.refresh()])
  await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2))
})

test('a section shows as locked before the server has answered, and open again after an undo', async () => {
  const store = new StructureStore(structure([section('a')]), api({}))
  const locking = store.change('a', { locked: true })
  expect(store.getSnapshot().structure.sections[0]).toMatchObject({ lockedBy: 'Jag', mayWrite: false })
  await locking
  const opening = store.change('a', { locked: false })
  expect(store.getSnapshot().structure.sections[0]).toMatchObject({ lockedAt: null, lockedBy: null })
  await opening
})

const goal: RowTable = {
  kind: {} as RowTable['kind'],
  rows: [
    { id: 'r1', values: { status: 'klar' } },
    { id: 'r2', values: {} },
  ],
}
const firstTable = (store: StructureStore) => store.getSnapshot().structure.sections[0]?.tables[0]

test('a value shows at once in its row, with who gave it, and goes back when it is refused', async () => {
  const setValue = vi
    .fn()
    .mockRejectedValueOnce(new ApiError('section-locked', 'Låst.'))
    .mockResolvedValue({ before: null })
  const store = new StructureStore(structure([section('a', { tables: [goal] })]), api({ setValue }))
  const place = { of: 'unit' as const, id: 'r2', key: 'status' }
  const giving = store.setValue(place, 'klar')
  expect(firstTable(store)?.rows[1]?.values).toEqual({ status: 'klar' })
  expect(store.getSnapshot().structure.sections[0]?.rowChanges.r2?.status).toMatchObject({ by: 'Jag', before: null })
  await expect(giving).rejects.toThrow('Låst.')
  expect(firstTable(store)?.rows[1]?.values).toEqual({})
  await store.setValue(place, 'klar')
  await store.setValue(place, null)
  expect(firstTable(store)?.rows[1]?.values).toEqual({})
  expect(store.getSnapshot().structure.sections[0]?.rowChanges.r2?.status).toMatchObject({ before: 'klar' })
})

test('a row moves and goes at once, and stays where the server leaves it', async () => {
  const saved = structure([section('a', { tables: [goal] })])
  const store = new StructureStore(saved, api({ structure: async () => saved }))
  const ids = () => firstTable(store)?.rows.map(row => row.id)
  const moving = store.moveUnit('a', 'r2', 'r1')
  expect(ids()).toEqual(['r2', 'r1'])
  await moving
  const removing = store.removeUnit('a', 'r1')
  expect(ids()).toEqual(['r2'])
  await removing
})
