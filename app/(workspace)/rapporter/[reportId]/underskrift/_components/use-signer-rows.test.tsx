// @vitest-environment jsdom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { ToastProvider } from '#app/ui/toast.tsx'
import { TooltipProvider } from '#editor/ui/tooltip.tsx'
import type { ProposedSigner } from '#server/signing/rounds/propose-signers.ts'
import { MOST_SIGNERS } from '#templates/signing-limits.ts'
import { sv as words } from '../sv.ts'
import { useSignerRows } from './use-signer-rows.ts'

const sv = words.start

declare global {
  /** React asks for it, to know that what a test does is wrapped. */
  var IS_REACT_ACT_ENVIRONMENT: boolean
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true
// jsdom has no pointers.
globalThis.PointerEvent ??= MouseEvent as unknown as typeof PointerEvent

function Rows({ proposed }: { proposed: ProposedSigner[] }) {
  const { list, rows, change, add, remove } = useSignerRows(proposed)
  return (
    <>
      <ol ref={list}>
        {rows.map(({ key, capacity }, index) => (
          <li key={key} data-signer={key}>
            <input value={capacity} onChange={event => change(key, { capacity: event.target.value })} />
            <button type="button" data-change onClick={() => change(key, { capacity: 'Ändrad' })} />
            <button type="button" data-remove onClick={() => remove(index)} />
          </li>
        ))}
      </ol>
      <button type="button" onClick={add}>
        {sv.add}
      </button>
    </>
  )
}

let root: Root | undefined
afterEach(() => act(() => root?.unmount()))

function open(...capacities: string[]): void {
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  const proposed = capacities.map(capacity => ({ capacity, userId: null, reason: null, likely: [] }))
  root = createRoot(host)
  act(() =>
    root?.render(
      <TooltipProvider>
        <ToastProvider>
          <Rows proposed={proposed} />
        </ToastProvider>
      </TooltipProvider>,
    ),
  )
}

const capacities = (): string[] => [...document.querySelectorAll('input')].map(({ value }) => value)

function click(button: HTMLElement | undefined): void {
  if (!button) throw new Error('The button is not there')
  act(() => button.click())
}
/** By its words; the newest of several. */
const press = (text: string): void =>
  click([...document.querySelectorAll('button')].findLast(button => button.textContent === text))
const inRow = (index: number, what: 'change' | 'remove'): void =>
  click(document.querySelectorAll<HTMLElement>(`[data-${what}]`)[index])

test('a row that is brought back is not the row that was added meanwhile', () => {
  open('Ordförande', 'Sekreterare')
  inRow(1, 'remove')
  press(sv.add)
  press(sv.undo)
  expect(capacities()).toEqual(['Ordförande', 'Sekreterare', ''])

  inRow(1, 'change')
  expect(capacities()).toEqual(['Ordförande', 'Ändrad', ''])
})

test('what would be one too many is kept until there is room for it', () => {
  const all = Array.from({ length: MOST_SIGNERS }, (_, index) => `Ledamot ${index + 1}`)
  open(...all)
  inRow(0, 'remove')
  press(sv.add)
  press(sv.undo)
  expect(capacities()).toEqual([...all.slice(1), ''])
  expect(document.body.textContent).toContain(sv.full)

  inRow(MOST_SIGNERS - 1, 'remove')
  // The message about the first one, beside that about the second.
  click([...document.querySelectorAll('button')].filter(({ textContent }) => textContent === sv.undo).at(-2))
  expect(capacities()).toEqual(all)
})
