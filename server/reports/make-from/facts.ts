import type { Field, Values } from '#editor/core/structure/field.ts'
import type { Derivation, Fact, Facts } from '#templates/derivation.ts'
import { splitDecision } from '#templates/shared/split-decision.ts'
import { keptValues } from './carried-values.ts'
import type { Source } from './source.ts'

function factOf({ row, board }: Source, fact: Fact, boardName: string): string | undefined {
  if ('own' in fact) return boardName
  if ('field' in fact) return row.values[fact.field]
  return { id: row.id, title: row.title, board: board.name, administration: board.administration }[fact.of]
}

/** What the source says of itself, as values of the new report's fields. @param boardName of the new report */
export function factValues(source: Source, fields: readonly Field[], facts: Facts, boardName: string): Values {
  const given = Object.entries(facts).map(([key, fact]) => [key, factOf(source, fact, boardName)] as const)
  return keptValues(
    fields,
    Object.fromEntries(given.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))),
  )
}

/**
 * Rows of a list that come from what the source's template says of its decision, and from the source itself. Whose the
 * decision is, is for the new report to say: its rows begin with its board.
 * @param start what any new report begins with
 * @returns null for a list that does not come from there
 */
export function decisionRows(
  source: Source,
  { decision, recipients, papers }: Derivation,
  section: string,
  { key, start }: { key: string; start: readonly Values[] },
): Values[] | null {
  const { row, template } = source
  const isList = (one: { section: string; kind: string } | null): boolean =>
    one !== null && one.section === section && one.kind === key
  const withTexts = (field: string, texts: readonly string[]): Values[] => {
    const there = new Set(start.map(values => values[field]))
    return [...start, ...texts.filter(text => !there.has(text)).map(text => ({ [field]: text }))]
  }
  if (isList(decision)) return (template?.decision ?? []).map(pattern => splitDecision(pattern, row))
  if (recipients && isList(recipients)) return withTexts(recipients.field, template?.recipients ?? [])
  if (papers && isList(papers)) return withTexts(papers.field, [row.title])
  return null
}
