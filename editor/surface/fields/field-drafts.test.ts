import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Field } from '../../core/structure/field.ts'
import { ApiError } from '../report-api.ts'
import { draftId, FieldDrafts } from './field-drafts.ts'
import { sv } from './sv.ts'

const place = { of: 'unit' as const, id: 'u', key: 'k' }
const text: Field = { type: 'text', key: 'k', label: 'K' }
const number: Field = { type: 'number', key: 'k', label: 'K' }
const target = (field: Field) => ({ field, place, correct: false })

let stored: string | null
const save = vi.fn(async (_place: unknown, value: string | null) => {
  const before = stored
  stored = value
  return before
})
const onOverwrite = vi.fn()
const onGone = vi.fn()
let drafts: FieldDrafts
const draft = () => drafts.getSnapshot()[draftId(place)]

beforeEach(() => {
  vi.useFakeTimers()
  stored = null
  save.mockClear()
  onOverwrite.mockClear()
  drafts = new FieldDrafts({ current: () => stored, save, onOverwrite, onGone })
  return () => vi.useRealTimers()
})

describe('what is typed', () => {
  test('is saved after a pause, and is no draft any more', async () => {
    drafts.type(target(text), 'Hem')
    drafts.type(target(text), 'Hemtjänst')
    expect(save).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(save.mock.calls).toEqual([[place, 'Hemtjänst', false]])
    expect(draft()).toBeUndefined()
  })

  test('is saved at once when the field is left, and only once', async () => {
    drafts.type(target(text), 'Hemtjänst')
    await drafts.commit(place)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  test('during a save is saved after it', async () => {
    let answer = (): void => {}
    save.mockImplementationOnce(() => new Promise(resolve => (answer = () => resolve(null))))
    drafts.type(target(text), 'ett')
    const saving = drafts.commit(place)
    drafts.type(target(text), 'ett två')
    answer()
    await saving
    expect(draft()?.typed).toBe('ett två')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(stored).toBe('ett två')
  })

  test('that is no number stays, and is said to be none when the field is left', async () => {
    drafts.type(target(number), '12,')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(draft()).toMatchObject({ typed: '12,', problem: null })
    await drafts.commit(place)
    expect(draft()).toMatchObject({ typed: '12,', state: 'refused', problem: sv.problems.number })
    drafts.type(target(number), '12,5')
    await drafts.commit(place)
    expect(stored).toBe('12.5')
  })

  test('waits while there is no contact, and is saved when it is back', async () => {
    save.mockRejectedValueOnce(new TypeError('fetch failed'))
    drafts.type(target(text), 'Hemtjänst')
    await drafts.commit(place)
    expect(draft()).toMatchObject({ state: 'waiting', typed: 'Hemtjänst' })
    drafts.retry()
    await vi.waitFor(() => expect(stored).toBe('Hemtjänst'))
    expect(draft()).toBeUndefined()
  })

  test('stays where the server refuses it, with the reason', async () => {
    save.mockRejectedValueOnce(new ApiError('section-locked', 'Avsnittet är låst.'))
    drafts.type(target(text), 'Hemtjänst')
    await drafts.commit(place)
    expect(draft()).toMatchObject({ typed: 'Hemtjänst', state: 'refused', problem: 'Avsnittet är låst.' })
  })

  test('is sent at once when the page is left, if it can be', () => {
    drafts.type(target(text), 'Hemtjänst')
    drafts.flush()
    expect(save).toHaveBeenCalledTimes(1)
    drafts.type(target(number), 'tolv')
    drafts.flush()
    expect(save).toHaveBeenCalledTimes(1)
  })

  test('into a field that somebody removes is offered back', async () => {
    save.mockRejectedValueOnce(new ApiError('not-found', 'Finns inte.'))
    drafts.type(target(text), 'Hemtjänst')
    await drafts.commit(place)
    expect(onGone).toHaveBeenCalledExactlyOnceWith(text, 'Hemtjänst')
    expect(draft()).toBeUndefined()
  })

  test('over what somebody else filled in meanwhile says so, and can be taken back', async () => {
    drafts.type(target(text), 'mitt')
    stored = 'deras'
    await drafts.commit(place)
    expect(stored).toBe('mitt')
    expect(onOverwrite).toHaveBeenCalledExactlyOnceWith(text, place, 'deras')
  })
})
