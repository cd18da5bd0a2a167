import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import { createDocuments } from '../server/documents/create-documents.ts'
import { readEnv } from '../server/env.ts'
import { openDatabaseAsGuest } from '../server/process/open-database.ts'
import { lockReport } from '../server/reports/lock-report.ts'
import { testCa } from '../server/signing/testing/test-ca.ts'
import { demoActor, demoReportOf } from '../server/testing/demo-services.ts'
import { serviceDriver } from '../server/testing/service-driver.ts'
import { look } from './support/look.ts'
import { signIn } from './support/people.ts'
import { ServerProcess } from './support/server-process.ts'

const PASSWORD = 'lösen ord'
const YEAR = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') }

/** A locked tjänsteskrivelse on another server than that of the tests. */
async function lockedOn({ dataDir }: ServerProcess): Promise<string> {
  const { client, close } = await openDatabaseAsGuest(readEnv({ NODE_ENV: 'test', SAMSKRIFT_DATA: dataDir, DEMO: '1' }))
  const own = { db: client.db, documents: createDocuments(client) }
  const clerk = await demoActor(own, 'handlaggare')
  const reportId = await demoReportOf(own, clerk, 'tjansteskrivelse')
  await fillSamples(serviceDriver(own, clerk, reportId))
  await lockReport(own, await demoActor(own, 'forvaltningschef'), reportId)
  await own.documents.close()
  await close()
  return reportId
}

test('a seal that has expired is said before anybody signs, until the file is renewed', async ({ browser }) => {
  test.setTimeout(240_000)
  const ca = await testCa()
  const server = await ServerProcess.create()
  try {
    const seal = join(server.dataDir, '..', `expired-seal-${process.pid}.p12`)
    await writeFile(seal, await (await ca.signer(YEAR)).p12(PASSWORD))
    await server.start({ SIGNING_KEY: 'pkcs12', SIGNING_PKCS12_FILE: seal, SIGNING_PKCS12_PASSWORD: PASSWORD })
    const reportId = await lockedOn(server)
    const clerk = await signIn(browser, 'Handläggare', server.url)
    const expired = clerk.getByText('Certifikatet för underskrifter gäller inte')
    await clerk.goto(`/rapporter/${reportId}/underskrift`)
    await expect(expired).toBeVisible()
    await look(clerk, 'seal-expired')
    await clerk.getByRole('button', { name: 'Skicka för underskrift' }).click()
    await expect(clerk.getByRole('heading', { name: 'Underskrift av version' })).toBeVisible({ timeout: 60_000 })
    await clerk.goto('/underskrifter')
    await clerk.getByRole('link', { name: /^Granska / }).click()
    await expect(expired).toBeVisible()
    await look(clerk, 'seal-expired-signer')
    await writeFile(seal, await (await ca.signer()).p12(PASSWORD))
    await clerk.reload()
    await expect(clerk.getByRole('heading', { name: 'Skriv under eller avböj' })).toBeVisible()
    await expect(expired).toHaveCount(0)
  } finally {
    await server.end('SIGTERM')
    await ca.close()
  }
})
