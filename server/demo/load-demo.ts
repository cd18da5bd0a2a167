import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { dataImport } from '#db/schema/indicator.ts'
import { board, organisation } from '#db/schema/organisation.ts'
import { appUser, roleGrant } from '#db/schema/user.ts'
import { loadActorByLogin } from '../auth/load-actor.ts'
import { importFile } from '../indicators/import-file.ts'
import { demoBoards, demoFiles, demoOrganisation, demoUsers } from './demo-organisation.ts'

async function makeOrganisation(db: Db): Promise<void> {
  await db.transaction(async tx => {
    // Two processes may start on one database at the same time.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('samskrift demo'))`)
    const name = demoOrganisation.name
    if (await tx.query.organisation.findFirst({ where: eq(organisation.name, name) })) return
    const [made] = await tx.insert(organisation).values(demoOrganisation).returning()
    if (!made) throw new Error('insert returned no organisation')
    const boards = new Map<string, string>()
    for (const { key, ...values } of demoBoards) {
      const [row] = await tx
        .insert(board)
        .values({ ...values, organisationId: made.id })
        .returning({ id: board.id })
      if (row) boards.set(key, row.id)
    }
    for (const { grants, ...values } of demoUsers) {
      const [row] = await tx
        .insert(appUser)
        .values({ ...values, organisationId: made.id })
        .returning({ id: appUser.id })
      for (const grant of grants)
        if (row)
          await tx.insert(roleGrant).values({
            userId: row.id,
            boardId: grant.board ? (boards.get(grant.board) ?? null) : null,
            role: grant.role,
          })
    }
  })
}

async function importSamples(db: Db): Promise<void> {
  const mas = await loadActorByLogin(db, 'mas')
  if (!mas) return
  for (const { source, fileName } of demoFiles) {
    const seen = await db.query.dataImport.findFirst({
      columns: { id: true },
      where: and(eq(dataImport.organisationId, mas.organisationId), eq(dataImport.source, source)),
    })
    if (seen) continue
    const bytes = await readFile(join(import.meta.dirname, 'data', fileName))
    await importFile({ db }, mas, { source, fileName, bytes, dryRun: false })
  }
}

/** Makes the demo organisation where it is missing, and leaves what is there as it is. */
export async function loadDemo(db: Db): Promise<void> {
  await makeOrganisation(db)
  await importSamples(db)
}
