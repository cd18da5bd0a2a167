import { textOf } from '#editor/core/document-node.ts'
import type { ResolvedSection } from '#editor/core/resolved-report.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** Kind of rows that say what has been done. */
const TAKEN = 'vidtagen-atgard'
const NOT_YET =
  /under framtagande|under utarbetande|under utredning|pågår|pågående|är på gång|ska tas fram|tas fram|kommer att|planeras/iu

/** Words of a section that are about what has been done, each as it stands. */
function saidOf({ written, tables, notApplicableReason }: ResolvedSection): string[] {
  const taken = tables.filter(({ kind }) => kind.key === TAKEN)
  if (!taken.length || notApplicableReason !== null) return []
  return [
    ...(written?.content ?? []).map(node => textOf(node)),
    ...taken.flatMap(({ rows }) => rows.map(({ values }) => values.atgard ?? '')),
  ]
}

/** What is under way is no åtgärd that has been taken: the auditors asked for the two apart. A hint, since words can deceive. */
export const notYetTaken: Check = {
  rule: 'not-yet-taken',
  run: ({ sections }) =>
    sections.flatMap(section =>
      saidOf(section).flatMap(text => {
        const [found] = NOT_YET.exec(text) ?? []
        if (!found) return []
        const { id, number, heading } = section
        return [
          {
            rule: 'not-yet-taken',
            level: 'warning' as const,
            sectionId: id,
            message: sv.notYet(number, heading, found),
          },
        ]
      }),
    ),
}
