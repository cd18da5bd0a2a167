import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openTable } from '../table/open-table.ts'
import type { TableRow } from '../table/table.ts'

/** A file of `testing/files`: real tables as LibreOffice saves them. */
export const fixtureFile = (name: string): Buffer => readFileSync(join(import.meta.dirname, 'files', name))

export async function readAllRows(bytes: Uint8Array, sheet: string | null = null): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const batch of (await openTable(bytes)).readRows(sheet)) rows.push(...batch)
  return rows
}

export const readAllCells = async (bytes: Uint8Array, sheet: string | null = null): Promise<string[][]> =>
  (await readAllRows(bytes, sheet)).map(row => row.cells)
