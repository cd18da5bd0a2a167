import { textOf } from '#editor/core/document-node.ts'
import type { Check } from '../../check.ts'
import { sv } from './sv.ts'

/** Key of the parts that say when. */
const WHEN = 'tidplan'
const DEFERS =
  /hänvisa[rs]? till|hänvisning till|samma tidplan|se (?:även )?tidplan|framgår av|enligt (?:verksamhets|handlings|projekt)plan\p{L}*/iu
const DATE =
  /(?:19|20)\d\d|kvartal|(?<!\p{L})q[1-4](?!\d)|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|vår(?:en)?(?!\p{L})|höst(?:en)?(?!\p{L})|halvår/iu

/**
 * A tidplan that points at another plan or system and says no date of its own: what the reader of the answer cannot
 * look up, and what may change there unseen.
 */
export const deferredDate: Check = {
  rule: 'deferred-date',
  run: ({ sections }) =>
    sections
      .filter(({ key, notApplicableReason }) => key === WHEN && notApplicableReason === null)
      .flatMap(({ id, number, heading, written }) => {
        const text = (written?.content ?? []).map(node => textOf(node)).join('\n')
        const [found] = DEFERS.exec(text) ?? []
        if (!found || DATE.test(text)) return []
        return [
          {
            rule: 'deferred-date',
            level: 'warning' as const,
            sectionId: id,
            message: sv.deferred(number, heading, found),
          },
        ]
      }),
}
