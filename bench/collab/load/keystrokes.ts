import { createEncoder, toUint8Array, writeUint8, writeVarString, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

/** Clock of a writer after {@link opening}: a paragraph, its text, and one character. */
export const FIRST_KEY = 3

/** The writer's own paragraph at the end of a section, with one character: everything after it hangs on that. */
export function opening(client: number, root: string, text = 'x'): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    const content = new Y.XmlText()
    doc.getXmlFragment(root).push([paragraph])
    paragraph.push([content])
    content.insert(0, text)
  })
  return Y.encodeStateAsUpdate(doc)
}

const CONTENT_STRING = 4
const HAS_ORIGIN = 0x80

/** One character after the writer's last one: byte for byte what Yjs sends for it, without a Y.Doc per writer. */
export function keystroke(client: number, clock: number): Uint8Array {
  const encoder = createEncoder()
  for (const number of [1, 1, client, clock]) writeVarUint(encoder, number)
  writeUint8(encoder, CONTENT_STRING | HAS_ORIGIN)
  writeVarUint(encoder, client)
  writeVarUint(encoder, clock - 1)
  writeVarString(encoder, 'x')
  writeVarUint(encoder, 0)
  return toUint8Array(encoder)
}

let last: { update: Uint8Array; clocks: Map<number, number> } | null = null

/** Per client the clock after the update. The copies of one broadcast are decoded once: the same saving for every server. */
export function clocksOf(update: Uint8Array): Map<number, number> {
  if (!last || Buffer.compare(last.update, update) !== 0) {
    last = { update: update.slice(), clocks: Y.parseUpdateMeta(update).to }
  }
  return last.clocks
}
