import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** Rows of a real document in data/, by column. */
export const readSeed = (name: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`data/${name}.csv`, import.meta.url)), {
    columns: true,
    skip_empty_lines: true,
    bom: true,
  })
