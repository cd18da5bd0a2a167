import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

/** Work that ends when it is told to. */
function work() {
  let end = (): void => {}
  let fail = (_: Error): void => {}
  const promise = new Promise<void>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  return { promise, end: () => end(), fail: () => fail(new Error('work')) }
}

test('so many run at once, the others in the order that they came, and nobody in between', async () => {
  const turns = new Turns(2)
  const works = Array.from({ length: 4 }, work)
  const begun: number[] = []
  const all = works.map(({ promise }, at) =>
    turns.run(() => {
      begun.push(at)
      return promise
    }),
  )
  expect([turns.isFull, turns.waiting, begun]).toEqual([true, 2, [0, 1]])
  works[1]?.end()
  await all[1]
  const late = turns.run(async () => void begun.push(9))
  expect(turns.waiting).toBe(2)
  works[0]?.fail()
  await expect(all[0]).rejects.toThrow('work')
  for (const one of works) one.end()
  await Promise.allSettled([...all, late])
  expect([begun, turns.isFull, turns.waiting]).toEqual([[0, 1, 2, 3, 9], false, 0])
})

test('is idle when all that ran or waited is over', async () => {
  const turns = new Turns(1)
  const done: string[] = []
  const [first, second] = [work(), work()]
  void turns.run(() => first.promise.then(() => void done.push('first')))
  void turns.run(() => second.promise.then(() => void done.push('second')))
  const idle = turns.idle().then(() => done.push('idle'))
  first.end()
  second.end()
  await idle
  expect(done).toEqual(['first', 'second', 'idle'])
  await turns.idle()
})

test('who waits and is told to stop leaves the line; the others keep their places', async () => {
  const turns = new Turns(1)
  const first = work()
  const begun: string[] = []
  const stop = new AbortController()
  const one = turns.run(() => first.promise, stop.signal)
  const [gone, other] = ['gone', 'other'].map(name =>
    turns.run(async () => void begun.push(name), name === 'gone' ? stop.signal : undefined),
  )
  stop.abort(new Error('not any more'))
  await expect(gone).rejects.toThrow('not any more')
  expect([turns.waiting, turns.isFull]).toEqual([1, true])
  await expect(turns.run(async () => void begun.push('late'), stop.signal)).rejects.toThrow('not any more')
  first.end()
  await Promise.all([one, other])
  expect([begun, turns.isFull, turns.waiting]).toEqual([['other'], false, 0])
})

test('who was let in stays in when told to stop afterwards', async () => {
  const turns = new Turns(1)
  const [first, second] = [work(), work()]
  const stop = new AbortController()
  const one = turns.run(() => first.promise)
  const other = turns.run(() => second.promise, stop.signal)
  first.end()
  await one
  stop.abort(new Error('too late'))
  expect(turns.isFull).toBe(true)
  second.end()
  await other
  expect([turns.isFull, turns.waiting]).toEqual([false, 0])
})
