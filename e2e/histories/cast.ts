import { onTestFinished } from 'vitest'
import type { DatabaseClient } from '#db/client.ts'
import { until } from '#server/collab/testing/until.ts'
import { World } from '#server/collab/testing/world.ts'
import { createDocuments } from '#server/documents/create-documents.ts'
import { Author } from './author.ts'
import { Pen } from './characters.ts'
import { Stage } from './stage.ts'

/**
 * A report with authors in it who have its text, until the test is over.
 * @param contributors of each author, whether they are one. The first section is the first author's from the start:
 *   given later, it is theirs to write in some time after the answer
 */
export async function cast(database: DatabaseClient, { sections = 2, contributors = [false] }) {
  const documents = createDocuments(database)
  const stage = await Stage.open(await World.create(database), documents, sections)
  const { reportId, port } = stage
  const pen = new Pen()
  const authors: Author[] = []
  const [first = '', second = '', third = ''] = stage.sections
  for (const isContributor of contributors) {
    const userId = await stage.join('Enhetschef', isContributor)
    if (authors.length === 0) await stage.assign(first, userId)
    authors.push(new Author({ userId, reportId, port, pen }))
  }
  onTestFinished(async () => {
    for (const author of authors) author.leave()
    await stage.close()
    await documents.close()
  })
  await until('all is there', () => authors.every(author => author.isSaved))
  return { stage, first, second, third, authors }
}
