import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { projectFolder } from '#db/project-folder.ts'
import { dataImport } from '#db/schema/data-import.ts'
import { organisation } from '#db/schema/organisation.ts'
import { loadActorByLogin } from '../auth/load-actor.ts'
import { importFile } from '../indicators/import-file.ts'
import { loadOrganisation } from '../organisations/load-organisation.ts'
import type { OrganisationPlan } from '../organisations/organisation-plan.ts'
import { demoFiles } from './demo-files.ts'
import { demoOrganisation } from './demo-organisation.ts'

/** Made once: what somebody has changed in it since then stays. */
async function makeOrganisation(db: Db, plan: OrganisationPlan): Promise<void> {
  const found = await db.query.organisation.findFirst({ where: eq(organisation.name, plan.name) })
  if (!found) await loadOrganisation(db, plan)
}

async function importSamples(db: Db, { users }: OrganisationPlan): Promise<void> {
  const login = users.find(({ grants }) => grants.some(({ role }) => role === 'mas'))?.login
  const mas = login ? await loadActorByLogin(db, login) : null
  if (!mas) return
  for (const file of demoFiles) {
    const seen = await db.query.dataImport.findFirst({
      columns: { id: true },
      where: and(
        eq(dataImport.organisationId, mas.organisationId),
        eq(dataImport.source, file.source),
        eq(dataImport.fileName, file.fileName),
      ),
    })
    if (seen) continue
    const bytes = await readFile(join(projectFolder(), 'server/demo/data', file.fileName))
    await importFile({ db }, mas, { ...file, bytes, dryRun: false })
  }
}

/** Makes the demo organisation, or another with its figures, where it is missing, and leaves what is there as it is. */
export async function loadDemo(db: Db, plan: OrganisationPlan = demoOrganisation): Promise<void> {
  await makeOrganisation(db, plan)
  await importSamples(db, plan)
}
