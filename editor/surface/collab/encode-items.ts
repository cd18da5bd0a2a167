import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import type { Range } from './clock-ranges.ts'

/** A Yjs update (V1) of items that each client writes from its first tick on, and of deletions. */
export function encodeItems(blocks: { client: number; items: Y.Item[] }[], deletions: Range[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  writeVarUint(encoder.restEncoder, blocks.length)
  for (const { client, items } of blocks) {
    writeVarUint(encoder.restEncoder, items.length)
    encoder.writeClient(client)
    writeVarUint(encoder.restEncoder, 0)
    for (const item of items) item.write(encoder, 0)
  }
  const byClient = new Map<number, Range[]>()
  for (const deletion of deletions) {
    const ranges = byClient.get(deletion.client) ?? []
    byClient.set(deletion.client, ranges)
    ranges.push(deletion)
  }
  writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, ranges] of byClient) {
    encoder.resetDsCurVal()
    writeVarUint(encoder.restEncoder, client)
    writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, length } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(length)
    }
  }
  return encoder.toUint8Array()
}
