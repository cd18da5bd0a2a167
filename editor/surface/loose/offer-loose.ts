import type { Connection } from '../collab/connection.ts'
import type { LooseTexts } from './loose-texts.ts'
import { standsAmong } from './standing.ts'

/**
 * Offers what earlier visits took out of the report and nobody has had, once all that they left unsent is in the
 * document, and sees to it that what was cut out and could not be pasted is offered once.
 * @returns a function that leaves what is kept to the next visit
 */
export function offerLoose(
  connection: Pick<Connection, 'getSnapshot' | 'subscribe' | 'offer'>,
  loose: LooseTexts,
): () => void {
  const leave = loose.open()
  let open = true
  let looked = false
  const joined = new Set<string>()

  /** What was cut out and then refused where it was pasted is had, or thrown away, with what was refused. */
  const join = (): void => {
    const refused = connection.getSnapshot().refused.filter(({ reason }) => reason !== 'cut')
    if (refused.length === 0) return
    const contents = refused.flatMap(({ sections }) => sections).map(({ content }) => content)
    for (const { reason, section } of loose.own) {
      if (reason !== 'cut' || joined.has(section.id) || !standsAmong(section, contents)) continue
      joined.add(section.id)
      connection.offer({ reason, sections: [section] }, () => loose.forget(section))
    }
  }

  const stop = connection.subscribe(() => {
    const { room, ready, settled } = connection.getSnapshot()
    join()
    if (!room || !ready || !settled) return
    loose.look(room.doc)
    if (looked) return
    looked = true
    loose.left(room.doc).then(
      texts => {
        if (!open) return
        for (const { reason, section, forget } of texts) connection.offer({ reason, sections: [section] }, forget)
      },
      (error: unknown) => console.warn('Text that stands nowhere cannot be looked for', error),
    )
  })
  return () => {
    open = false
    stop()
    leave()
  }
}
