import { hasStyle, textOf } from './element.ts'

/**
 * Word and LibreOffice keep notes at the end and link to them: "_ftn1"/"_ftnref1" (endnotes "_edn1") in Word,
 * "sdfootnote1sym"/"sdfootnote1anc" in LibreOffice. Here a note stands where it belongs.
 */
const NOTE = /^#(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym)$/
const BACK = /^#(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc)$/

function noteText(anchor: Element): { text: string; body: Element } | null {
  const body = anchor.closest('div[id]') ?? anchor.closest('p')
  if (!body) return null
  const text = textOf(body)
  const sign = textOf(anchor)
  return { text: text.startsWith(sign) ? text.slice(sign.length).trim() : text, body }
}

export function wordFootnotes(root: Element): void {
  const bodies = new Set<Element>()
  const links = [...root.querySelectorAll('a[href]')]
  for (const link of links) {
    const target = link.getAttribute('href') ?? ''
    if (!NOTE.test(target)) continue
    const anchor = links.find(other => other.getAttribute('name') === target.slice(1))
    const note = anchor && BACK.test(anchor.getAttribute('href') ?? '') ? noteText(anchor) : null
    const made = root.ownerDocument.createElement('span')
    made.setAttribute('data-footnote', '')
    made.textContent = note?.text ?? ''
    if (note) bodies.add(note.body)
    // Without its note, as when half a page is copied, a reference says nothing.
    if (made.textContent) link.replaceWith(made)
    else link.remove()
  }
  for (const body of bodies) body.remove()
  for (const element of root.querySelectorAll('div'))
    if (hasStyle(element, /mso-element:(?:footnote|endnote)(?:-list)?(?:;|$)/)) element.remove()
}
