import { describe, expect, test } from 'vitest'
import { CLOSE } from '../../core/collab-protocol.ts'
import { refusalOf, type SaveFacts, saveState } from './save-state.ts'

const facts: SaveFacts = {
  refusal: null,
  connected: true,
  lost: false,
  settled: true,
  waiting: 0,
  stalled: false,
}
const writer = { locked: false, write: true }

describe('saveState', () => {
  test('says saved only when the server has committed everything', () => {
    expect(saveState(facts, writer)).toBe('saved')
    expect(saveState({ ...facts, settled: false }, writer)).toBe('saving')
    expect(saveState({ ...facts, waiting: 1 }, writer)).toBe('saving')
    expect(saveState({ ...facts, settled: false, waiting: 1, stalled: true }, writer)).toBe('stalled')
  })

  test('without contact it is offline until all is synchronised again', () => {
    expect(saveState({ ...facts, connected: false, lost: true, waiting: 2 }, writer)).toBe('offline')
    expect(saveState({ ...facts, connected: true, lost: true }, writer)).toBe('offline')
    expect(saveState({ ...facts, lost: true }, { locked: true, write: false })).toBe('offline')
  })

  test('a refusal goes before everything, locked before what one may', () => {
    expect(saveState({ ...facts, refusal: 'old-editor' }, { locked: true, write: false })).toBe('new-version')
    expect(saveState({ ...facts, refusal: 'newer-document' }, writer)).toBe('new-version')
    for (const refusal of ['signed-out', 'no-rights', 'unknown-report'] as const)
      expect(saveState({ ...facts, refusal }, writer)).toBe('no-rights')
    expect(saveState({ ...facts, refusal: 'too-fast' }, writer)).toBe('offline')
    expect(saveState(facts, { locked: true, write: false })).toBe('locked')
    expect(saveState(facts, { locked: false, write: false })).toBe('no-rights')
  })
})

describe('refusalOf', () => {
  test('44xx and a frame that is too large are final, a restart is not', () => {
    expect(refusalOf(CLOSE.noSession)).toBe('signed-out')
    expect(refusalOf(CLOSE.oldEditor)).toBe('old-editor')
    expect(refusalOf(CLOSE.newerDocument)).toBe('newer-document')
    expect(refusalOf(CLOSE.tooLarge)).toBe('too-large')
    expect(refusalOf(CLOSE.tooMany)).toBe('too-many')
    expect(refusalOf(4499)).toBe('malformed')
    expect(refusalOf(CLOSE.restarting)).toBeNull()
    expect(refusalOf(1006)).toBeNull()
  })
})
