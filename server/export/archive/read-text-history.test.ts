import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { reportUpdate } from '#db/schema/document.ts'
import { testDatabase } from '#db/testing/test-database.ts'
import { packUpdates } from '../../documents/log-data.ts'
import { sha256Hex } from '../../sha256.ts'
import { makeArchivePackage } from './make-archive-package.ts'
import { readTextHistory } from './read-text-history.ts'
import { unpack } from './testing/csip-faults.ts'
import { sampleContents } from './testing/sample-contents.ts'

const database = testDatabase()
const REPORT = '5d0c0a52-6c6c-4f3e-9a53-3f5f0c6f7a10'

/** What a row holds, by the words of the read-me alone. */
function changesOf(data: Buffer, updates: number): Buffer[] {
  if (updates === 1) return [data]
  const changes: Buffer[] = []
  for (let at = 0; at < data.length; ) {
    let length = 0
    for (let place = 1, more = true; more; place *= 128, at++) {
      const byte = data[at] ?? 0
      length += (byte % 128) * place
      more = byte >= 128
    }
    changes.push(data.subarray(at, at + length))
    at += length
  }
  expect(changes).toHaveLength(updates)
  return changes
}

test('the log is checked and read as the read-me says', async () => {
  const doc = new Y.Doc()
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const text = doc.getText('text')
  // The lengths of the second and the third take one byte and two.
  for (const words of ['Ensam. ', 'Kort. ', 'Lång. '.repeat(40)]) text.insert(text.length, words)
  const [alone = new Uint8Array(), ...together] = made
  for (const updates of [[alone], together])
    await database.db.insert(reportUpdate).values({ reportId: REPORT, ...packUpdates(updates) })
  await database.db.insert(reportUpdate).values({ reportId: REPORT, data: new Uint8Array([9]) })

  const { files } = unpack(makeArchivePackage(sampleContents()))
  const readMe = Buffer.from(files.get('documentation/las-mig.txt') ?? '').toString()
  const [, table = ''] = /tabellen (\w+)/.exec(readMe) ?? []
  const [data = '', updates = ''] = [...readMe.matchAll(/kolumnen (\w+)/g)].map(([, name]) => name)
  expect(readMe).toMatch(/LEB128/)
  const rows = await database.db.execute<{ seq: string; data: Buffer; updates: number }>(
    sql`select seq, ${sql.identifier(data)} as data, ${sql.identifier(updates)} as updates
      from ${sql.identifier(table)} where report_id = ${REPORT} order by seq`,
  )
  const [first, last] = rows.map(({ seq }) => Number(seq))
  const { log } = await readTextHistory(database.db, REPORT, { state: new Uint8Array(), upTo: last ?? 0 })
  const lines = rows.slice(0, 2).map(row => `${row.seq} ${sha256Hex(row.data)}\n`)
  expect(log).toEqual({ rows: 2, firstSeq: first, lastSeq: last, sha256: sha256Hex(lines.join('')) })

  const read = new Y.Doc()
  for (const row of rows.slice(0, 2))
    for (const change of changesOf(row.data, row.updates)) Y.applyUpdate(read, new Uint8Array(change))
  expect(read.getText('text').toString()).toBe(text.toString())
})
