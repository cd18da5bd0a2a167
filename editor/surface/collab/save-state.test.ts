import { describe, expect, test } from 'vitest'
import { CLOSE } from '../../core/collab-protocol.ts'
import { refusalOf, type SaveFacts, saveState } from './save-state.ts'

const facts: SaveFacts = { refusal: null, connected: true, lost: false, settled: true, unsaved: false }
const writer = { locked: false, write: true }

describe('saveState', () => {
  test('says saved only when the server has committed everything', () => {
    expect(saveState(facts, writer)).toBe('saved')
    expect(saveState({ ...facts, settled: false }, writer)).toBe('connecting')
    expect(saveState({ ...facts, settled: false, unsaved: true }, writer)).toBe('saving')
    expect(saveState({ ...facts, settled: true, unsaved: true }, writer)).toBe('saving')
  })

  test('a lost connection is offline, a first one is on its way', () => {
    expect(saveState({ ...facts, connected: false, lost: true, unsaved: true }, writer)).toBe('offline')
    expect(saveState({ ...facts, connected: false, settled: false }, writer)).toBe('connecting')
  })

  test('a refusal goes before everything, locked before read-only', () => {
    expect(saveState({ ...facts, refusal: 'old-editor' }, { locked: true, write: false })).toBe('refused:old-editor')
    expect(saveState(facts, { locked: true, write: false })).toBe('locked')
    expect(saveState(facts, { locked: false, write: false })).toBe('read-only')
  })
})

describe('refusalOf', () => {
  test('44xx and a frame that is too large are final, a restart is not', () => {
    expect(refusalOf(CLOSE.noSession)).toBe('signed-out')
    expect(refusalOf(CLOSE.oldEditor)).toBe('old-editor')
    expect(refusalOf(CLOSE.tooLarge)).toBe('too-large')
    expect(refusalOf(4499)).toBe('malformed')
    expect(refusalOf(CLOSE.restarting)).toBeNull()
    expect(refusalOf(1006)).toBeNull()
  })
})
