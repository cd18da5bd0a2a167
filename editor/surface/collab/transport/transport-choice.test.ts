import { describe, expect, test } from 'vitest'
import { TransportChoice } from './transport-choice.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
    key: () => null,
    length: 0,
  }
}

describe('TransportChoice', () => {
  test('turns to polling after two WebSockets that never worked', () => {
    const choice = new TransportChoice(memory())
    expect(choice.next()).toBe('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('polling')
  })

  test('is more patient where a WebSocket has worked: the server may only be restarting', () => {
    const choice = new TransportChoice(memory())
    choice.worked('websocket')
    for (let times = 0; times < 5; times++) choice.failed('websocket')
    expect(choice.next()).toBe('websocket')
    choice.failed('websocket')
    expect(choice.next()).toBe('polling')
  })

  test('takes turns while neither works', () => {
    const choice = new TransportChoice(memory())
    choice.hung()
    const tried = []
    for (let times = 0; times < 4; times++) {
      tried.push(choice.next())
      choice.failed(choice.next())
    }
    expect(tried).toEqual(['polling', 'websocket', 'polling', 'websocket'])
  })

  test('is remembered by the tab until a WebSocket works again', () => {
    const tab = memory()
    new TransportChoice(tab).worked('polling')
    const choice = new TransportChoice(tab)
    expect(choice.next()).toBe('polling')
    choice.worked('websocket')
    expect(choice.next()).toBe('websocket')
    expect(new TransportChoice(tab).next()).toBe('websocket')
  })
})
