import * as Y from 'yjs'
import { type FindQuery, queryPattern } from './query.ts'

/** A place in the shared document, whether or not an editor shows it. */
export interface Match {
  sectionId: string
  /** The run of text that holds it; footnotes and line breaks end a run. */
  text: Y.XmlText
  /** UTF-16 units within the run. */
  index: number
  length: number
  /** Of its section, from 0. */
  place: number
}

function* runsOf(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlText> {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) yield child
    else if (child instanceof Y.XmlElement) yield* runsOf(child)
  }
}

/** Plain characters, one placeholder for each thing that is none, so that indices are those of Yjs. */
export function characters(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc'))
    .join('')
}

/** Every place of the query, in the order of the sections and of their text. */
export function findMatches(doc: Y.Doc, sectionIds: readonly string[], query: FindQuery): Match[] {
  const pattern = queryPattern(query)
  if (!pattern) return []
  return sectionIds.flatMap(sectionId => {
    let place = 0
    return [...runsOf(doc.getXmlFragment(sectionId))].flatMap(text =>
      [...characters(text).matchAll(pattern)].map(found => ({
        sectionId,
        text,
        index: found.index,
        length: found[0].length,
        place: place++,
      })),
    )
  })
}
