import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  EMPTY_FIGURES,
  type Figure,
  type FigureRef,
  type FigureSet,
  figureKey,
  type Indicator,
} from '../../core/figure.ts'
import { FigureStore } from './figure-store.ts'

const indicator: Indicator = {
  id: 'fall',
  source: 'senior-alert',
  area: 'Fall',
  name: 'Åtgärdsplan vid risk',
  unit: 'percent',
  decimals: 0,
  better: 'up',
}
const ref = (indicatorId: string, period = '2023'): FigureRef => ({ indicatorId, kind: 'result', period, gender: 'T' })

function figure(of: FigureRef, value: string | null): Figure {
  const passport = {
    observationId: 1,
    importId: 'i1',
    source: 'senior-alert',
    fileName: 'f.csv',
    fileSha256: '',
    importedAt: '2024-01-10T08:00:00Z',
    importedBy: 'MAS',
  }
  return { ...of, value, numerator: null, denominator: null, passport }
}

const setOf = (...figures: Figure[]): FigureSet => ({
  indicators: { fall: indicator },
  figures: Object.fromEntries(figures.map(one => [figureKey(one), one])),
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('FigureStore', () => {
  test('asks once for the union of what the blocks need, and not for what the page brought', async () => {
    const fetch = vi.fn(async () => setOf(figure(ref('fall', '2024'), '97')))
    const store = new FigureStore({
      initial: setOf(figure(ref('fall'), '96')),
      fetch,
      frozen: () => false,
      onChanges: () => {},
    })
    store.use([ref('fall'), ref('fall', '2024')])
    store.use([ref('fall', '2024'), ref('fall', '2022')])
    await vi.advanceTimersByTimeAsync(100)
    expect(fetch.mock.calls).toEqual([[[ref('fall', '2024'), ref('fall', '2022')]]])
    expect(store.getSnapshot().figures[figureKey(ref('fall', '2024'))]?.value).toBe('97')
    store.use([ref('fall', '2022')])
    await vi.advanceTimersByTimeAsync(100)
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  test('refresh fetches all that is in use and reports values that changed', async () => {
    const onChanges = vi.fn()
    const fetch = vi.fn(async () => setOf(figure(ref('fall'), '97')))
    const store = new FigureStore({ initial: setOf(figure(ref('fall'), '96')), fetch, frozen: () => false, onChanges })
    const release = store.use([ref('fall')])
    store.refresh()
    await vi.advanceTimersByTimeAsync(10)
    expect(onChanges).toHaveBeenCalledWith([
      { indicator, before: figure(ref('fall'), '96'), after: figure(ref('fall'), '97') },
    ])
    release()
    store.refresh()
    await vi.advanceTimersByTimeAsync(10)
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  test('told of a large import, it asks once within the time that all who were told share', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5)
    const fetch = vi.fn(async () => setOf(figure(ref('fall'), '97')))
    const store = new FigureStore({
      initial: setOf(figure(ref('fall'), '96')),
      fetch,
      frozen: () => false,
      onChanges: () => {},
    })
    store.use([ref('fall')])
    store.refresh(600)
    await vi.advanceTimersByTimeAsync(200)
    store.refresh(600)
    await vi.advanceTimersByTimeAsync(99)
    expect(fetch).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(store.getSnapshot().figures[figureKey(ref('fall'))]?.value).toBe('97')
    await vi.advanceTimersByTimeAsync(1000)
    expect(fetch).toHaveBeenCalledTimes(1)
    // What comes back to the page does not wait.
    store.refresh(600)
    store.refresh()
    await vi.advanceTimersByTimeAsync(0)
    expect(fetch).toHaveBeenCalledTimes(2)
    random.mockRestore()
  })

  test('an old answer never overwrites a newer one', async () => {
    const answers: ((set: FigureSet) => void)[] = []
    const fetch = vi.fn(() => new Promise<FigureSet>(resolve => void answers.push(resolve)))
    const store = new FigureStore({ initial: EMPTY_FIGURES, fetch, frozen: () => false, onChanges: () => {} })
    store.use([ref('fall')])
    store.refresh()
    await vi.advanceTimersByTimeAsync(50)
    store.refresh()
    await vi.advanceTimersByTimeAsync(50)
    answers[1]?.(setOf(figure(ref('fall'), '98')))
    answers[0]?.(setOf(figure(ref('fall'), '97')))
    await vi.advanceTimersByTimeAsync(0)
    expect(store.getSnapshot().figures[figureKey(ref('fall'))]?.value).toBe('98')
  })

  test('a locked report keeps its figures', async () => {
    const fetch = vi.fn()
    const store = new FigureStore({ initial: EMPTY_FIGURES, fetch, frozen: () => true, onChanges: () => {} })
    store.use([ref('fall')])
    store.refresh()
    await vi.advanceTimersByTimeAsync(100)
    expect(fetch).not.toHaveBeenCalled()
  })

  test('tries again when the server cannot be reached', async () => {
    const fetch = vi
      .fn()
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValue(setOf(figure(ref('fall'), '96')))
    const store = new FigureStore({ initial: EMPTY_FIGURES, fetch, frozen: () => false, onChanges: () => {} })
    store.use([ref('fall')])
    await vi.advanceTimersByTimeAsync(6000)
    expect(store.getSnapshot().figures[figureKey(ref('fall'))]?.value).toBe('96')
  })

  test('takes figures that moved as they are sent, without a question, and leaves out what nobody shows', async () => {
    const onChanges = vi.fn()
    const fetch = vi.fn(async () => setOf())
    const store = new FigureStore({ initial: setOf(figure(ref('fall'), '96')), fetch, frozen: () => false, onChanges })
    store.use([ref('fall')])
    const [mine, other] = [figure(ref('fall'), '97'), figure(ref('fall', '2019'), '50')]
    store.receive({ keys: [figureKey(mine), figureKey(other)], data: setOf(mine, other) })
    await vi.advanceTimersByTimeAsync(100)
    expect(store.getSnapshot().figures).toEqual({ [figureKey(mine)]: mine })
    expect(onChanges.mock.calls[0]?.[0]).toMatchObject([{ before: { value: '96' }, after: { value: '97' } }])
    expect(fetch).not.toHaveBeenCalled()
    store.receive({ keys: [figureKey(mine)], data: setOf() })
    expect(store.getSnapshot().figures).toEqual({})
  })

  test('an answer that was asked for before figures moved does not bring the old ones back', async () => {
    const answers: ((set: FigureSet) => void)[] = []
    const fetch = vi.fn(() => new Promise<FigureSet>(resolve => answers.push(resolve)))
    const store = new FigureStore({ initial: setOf(), fetch, frozen: () => false, onChanges: () => {} })
    store.use([ref('fall')])
    await vi.advanceTimersByTimeAsync(100)
    const [old, moved] = [figure(ref('fall'), '96'), figure(ref('fall'), '97')]
    store.receive({ keys: [figureKey(moved)], data: setOf(moved) })
    answers[0]?.(setOf(old))
    await vi.advanceTimersByTimeAsync(100)
    answers[1]?.(setOf(moved))
    await vi.advanceTimersByTimeAsync(100)
    expect(store.getSnapshot().figures[figureKey(moved)]?.value).toBe('97')
  })

  test('what the page came with and nobody has shown yet is asked for after data moved', async () => {
    const fetch = vi.fn(async () => setOf(figure(ref('fall'), '97')))
    const store = new FigureStore({
      initial: setOf(figure(ref('fall'), '96')),
      fetch,
      frozen: () => false,
      onChanges: () => {},
    })
    store.refresh()
    await vi.advanceTimersByTimeAsync(100)
    expect(fetch).not.toHaveBeenCalled()
    store.use([ref('fall')])
    await vi.advanceTimersByTimeAsync(100)
    expect(store.getSnapshot().figures[figureKey(ref('fall'))]?.value).toBe('97')
  })

  test('a locked report takes no figures that moved', () => {
    const store = new FigureStore({
      initial: setOf(figure(ref('fall'), '96')),
      fetch: vi.fn(),
      frozen: () => true,
      onChanges: () => {},
    })
    const moved = figure(ref('fall'), '97')
    store.receive({ keys: [figureKey(moved)], data: setOf(moved) })
    expect(store.getSnapshot().figures[figureKey(moved)]?.value).toBe('96')
  })
})
