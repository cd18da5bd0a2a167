// @vitest-environment jsdom
import { useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
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

test('what is done before React answers is done when it does', async () => {
  takeEarly()
  document.body.innerHTML = renderToString(<Page />)
  const button = find('button[type="button"]')
  button.click()
  button.click()
  const name = find<HTMLInputElement>('#name')
  name.value = 'Rutin'
  name.dispatchEvent(new Event('input', { bubbles: true }))
  find('#agreed').click()
  const status = find<HTMLSelectElement>('select')
  status.value = 'b'
  status.dispatchEvent(new Event('change', { bubbles: true }))
  find('button[type="submit"]').click()
  expect(heard).toEqual([])

  hydrateRoot(document.body, <Page />)
  await vi.waitFor(() => expect(heard).toEqual(['press', 'click', 'submit Rutin true b']))
  expect(name.value).toBe('Rutin')
  expect(find<HTMLInputElement>('#agreed').checked).toBe(true)

  // From then on nothing is done twice.
  button.click()
  expect(heard.filter(one => one === 'click')).toHaveLength(2)
})
