import * as Y from 'yjs'
import { MESSAGE } from '#editor/core/collab-protocol.ts'
import { awarenessFrame } from '../messages.ts'
import type { seeded } from './seeded.ts'
import { message, updateMessage } from './test-client.ts'

/** Frames that a good client sends when it writes in a section, from `doc` on. */
export function goodFrames(doc: Y.Doc, section: string, random: ReturnType<typeof seeded>): Uint8Array[] {
  const frames = [
    message(MESSAGE.queryAwareness),
    message(MESSAGE.sync, 0, Y.encodeStateVector(doc)),
    awarenessFrame(Uint8Array.from([1, 7, 1, 2, 0x7b, 0x7d])).subarray(2),
  ]
  const author = new Y.Doc()
  Y.applyUpdate(author, Y.encodeStateAsUpdate(doc))
  author.on('update', update => frames.push(updateMessage(update)))
  for (let n = 0; n < 40; n += 1) {
    const paragraph = new Y.XmlElement(n % 2 ? 'paragraph' : 'heading')
    author.getXmlFragment(section).push([paragraph])
    paragraph.setAttribute('level', String(n))
    const text = new Y.XmlText('Räksmörgås')
    paragraph.push([text])
    text.format(2, 4, { bold: {} })
    if (n > 3) author.getXmlFragment(section).delete(random(3), 1)
  }
  frames.push(message(MESSAGE.sync, 1, Y.encodeStateAsUpdate(author)))
  return frames
}

/** One of them with up to four bytes changed, and now and then cut off. */
export function mutant(frames: readonly Uint8Array[], random: ReturnType<typeof seeded>): Uint8Array {
  const frame = Uint8Array.from(frames[random(frames.length)] ?? [])
  for (let flips = random(4); flips >= 0; flips -= 1) frame[random(frame.length)] = random(256)
  return random(8) === 0 ? frame.subarray(0, random(frame.length)) : frame
}
