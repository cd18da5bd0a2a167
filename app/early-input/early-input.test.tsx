// @vitest-environment jsdom
import { useState } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { EarlyInput } from './early-input.tsx'
import { takeEarly } from './take-early.ts'

globalThis.PointerEvent ??= MouseEvent as unknown as typeof PointerEvent

const heard: string[] = []

function Page() {
  const [name, setName] = useState('')
  const [agreed, setAgreed] = useState(false)
  const [status, setStatus] = useState('a')
  return (
    <>
      <button type="button" onPointerDown={() => heard.push('press')} onClick={() => heard.push('click')}>
        <svg aria-hidden="true" />
        Påminn
      </button>
      <form
        onSubmit={event => {
          event.preventDefault()
          heard.push(`submit ${name} ${agreed} ${status}`)
        }}
      >
        <input id="name" value={name} onChange={event => setName(event.target.value)} />
        <input id="agreed" type="checkbox" checked={agreed} onChange={event => setAgreed(event.target.checked)} />
        <select value={status} onChange={event => setStatus(event.target.value)}>
          <option>a</option>
          <option>b</option>
        </select>
        <button type="submit">Spara</button>
      </form>
      <EarlyInput />
    </>
  )
}

const find = <T extends HTMLElement>(selector: string): T => document.querySelector(selector) as T

const type = (field: HTMLInputElement, value: string): void => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

let root: Root | null = null

/** The page as it comes, with React still to take it over. */
function open(): void {
  heard.length = 0
  takeEarly()
  document.body.innerHTML = renderToString(<Page />)
}

afterEach(() => root?.unmount())

test('what is done before React answers is done when it does', async () => {
  open()
  const button = find('button[type="button"]')
  button.querySelector('svg')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  button.click()
  const name = find<HTMLInputElement>('#name')
  type(name, 'Rutin')
  find('#agreed').click()
  const status = find<HTMLSelectElement>('select')
  status.value = 'b'
  status.dispatchEvent(new Event('change', { bubbles: true }))
  find('button[type="submit"]').click()
  expect(heard).toEqual([])

  root = hydrateRoot(document.body, <Page />)
  await vi.waitFor(() => expect(heard).toEqual(['press', 'click', 'submit Rutin true b']))
  expect(name.value).toBe('Rutin')
  expect(find<HTMLInputElement>('#agreed').checked).toBe(true)

  // From then on nothing is done twice.
  button.click()
  expect(heard.filter(one => one === 'click')).toHaveLength(2)
})

test('who goes on in a field while React takes over the page keeps every letter', async () => {
  open()
  const name = find<HTMLInputElement>('#name')
  const status = find<HTMLSelectElement>('select')
  status.value = 'b'
  status.dispatchEvent(new Event('change', { bubbles: true }))
  type(name, 'Rut')
  const replayed = new Promise<void>(resolve => status.addEventListener('change', () => resolve(), { once: true }))
  root = hydrateRoot(document.body, <Page />)
  await replayed
  type(name, `${name.value}in`)
  await vi.waitFor(() => expect(name.defaultValue).toBe('Rutin'))
  expect(name.value).toBe('Rutin')
})

test('a click that makes React take over the page is done once', async () => {
  open()
  root = hydrateRoot(document.body, <Page />)
  find('button[type="button"]').click()
  find('button[type="submit"]').click()
  await vi.waitFor(() => expect(heard.at(-1)).toMatch(/^submit/))
  expect(heard.filter(one => one === 'click')).toHaveLength(1)
})
