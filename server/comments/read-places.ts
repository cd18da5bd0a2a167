import { eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { sectionText } from '#db/schema/document.ts'

export interface ThreadPlace {
  sectionId: string
  /** Orders the threads of a section by their first words. */
  at: number
}

/**
 * Where in a report's text its threads are, as the projection has it. PostgreSQL looks: only the ids come over, not a
 * hundred pages of text.
 */
export async function readPlaces(db: Db, reportId: string): Promise<Map<string, ThreadPlace>> {
  const rows = await db
    .select({
      sectionId: sectionText.sectionId,
      // Only text nodes have marks, and an array's elements come in order.
      threads: sql<string[]>`array(
        select found.id
        from jsonb_path_query(${sectionText.content}, 'strict $.**.marks[*] ? (@.type == "comment").attrs.thread', '{}', true)
          with ordinality as marked(thread, place),
          lateral (select marked.thread #>> '{}' as id) as found
        group by found.id
        order by min(marked.place))`,
    })
    .from(sectionText)
    .where(eq(sectionText.reportId, reportId))
  return new Map(
    rows.flatMap(({ sectionId, threads }) =>
      threads.map((thread, at): [string, ThreadPlace] => [thread, { sectionId, at }]),
    ),
  )
}
