import { expect, type Page, test } from '@playwright/test'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import { createDocuments } from '../server/documents/create-documents.ts'
import { readEnv } from '../server/env.ts'
import { createExports } from '../server/export/create-exports.ts'
import { openDatabaseAsGuest } from '../server/process/open-database.ts'
import { lockReport } from '../server/reports/lock-report.ts'
import { resolveForExport } from '../server/reports/resolve-for-export.ts'
import { createSigning } from '../server/signing/create-signing.ts'
import { cscServer, type Service } from '../server/signing/keys/csc/testing/csc-server.ts'
import { issueCertificate } from '../server/signing/keys/testing/issue-certificate.ts'
import { startRound } from '../server/signing/rounds/start-round.ts'
import { demoActor, demoReportOf } from '../server/testing/demo-services.ts'
import { serviceDriver } from '../server/testing/service-driver.ts'
import { pressEnterAt } from './support/keyboard.ts'
import { look } from './support/look.ts'
import { signIn } from './support/people.ts'
import { ServerProcess } from './support/server-process.ts'

const PIN = '471147'
const CODE = '123456'

test.describe
  .serial('a key that wants a PIN and a code', () => {
    let service: Service
    let server: ServerProcess
    let roundId: string
    let page: Page
    let isAway = false

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(240_000)
      service = await cscServer({
        key: await issueCertificate({ name: 'Kommunens stämpel', kind: 'P-256' }),
        described: {
          objects: [
            { type: 'Password', id: 'PIN', label: 'PIN-kod', format: 'N' },
            { type: 'ChallengeResponse', id: 'OTP', label: 'engångskod', format: 'N' },
          ],
        },
        entered: { PIN, OTP: CODE },
        instead: () => (isAway ? [500, 'server_error', 'away'] : null),
      })
      server = await ServerProcess.create()
      const { url, clientId, clientSecret } = service.settings
      const settings = {
        SIGNING_KEY: 'csc',
        SIGNING_CSC_URL: url,
        SIGNING_CSC_CLIENT_ID: clientId,
        SIGNING_CSC_CLIENT_SECRET: clientSecret,
      }
      await server.start(settings)
      const env = readEnv({ NODE_ENV: 'test', ...settings, SAMSKRIFT_DATA: server.dataDir, DEMO: '1' })
      const { client, close } = await openDatabaseAsGuest(env)
      const own = { db: client.db, documents: createDocuments(client) }
      const clerk = await demoActor(own, 'handlaggare')
      const reportId = await demoReportOf(own, clerk, 'tjansteskrivelse')
      await fillSamples(serviceDriver(own, clerk, reportId))
      await lockReport(own, await demoActor(own, 'forvaltningschef'), reportId)
      const exports = createExports({ resolve: id => resolveForExport(own, clerk, id) })
      const wish = { order: 'sequence', signers: [{ userId: clerk.id, capacity: 'Föredragande' }] }
      const round = { reportId, wish, publicUrl: server.url, facts: { ip: null } }
      roundId = (await startRound({ ...own, exports, signing: createSigning(env) }, clerk, round)).roundId
      await exports.close()
      await own.documents.close()
      await close()
      page = await signIn(browser, 'Handläggare', server.url)
    })
    test.afterAll(async () => {
      await page?.context().close()
      await server?.end('SIGTERM')
      await service?.close()
    })

    test('is given both by the signer; a wrong PIN signs nothing and is not kept in the field', async () => {
      await page.goto(`/underskrifter/${roundId}`)
      const file = await page.getByRole('link', { name: 'Öppna dokumentet i en ny flik' }).getAttribute('href')
      expect((await page.request.get(file ?? '')).status()).toBe(200)
      // The login that began the session is recent enough for one signature.
      await expect(page.getByLabel('PIN-kod')).toHaveAttribute('type', 'password')
      await look(page, 'questions')

      await page.getByRole('button', { name: 'Skriv under' }).click()
      await expect(page.getByText('Fyll i PIN-kod.')).toBeVisible()
      await expect(page.getByLabel('PIN-kod')).toBeFocused()
      await look(page, 'nothing-entered')
      await page.getByRole('button', { name: 'Skicka engångskod' }).press('Enter')
      await expect(page.getByText('En kod är skickad till dig.')).toBeVisible()
      await page.getByLabel('PIN-kod').fill('1234')
      await page.getByLabel('engångskod', { exact: true }).fill(CODE)
      await page.getByRole('button', { name: 'Skriv under' }).click()
      await expect(page.getByText('Det du fyllde i för nyckeln godtogs inte.')).toBeVisible()
      await expect(page.getByLabel('PIN-kod')).toHaveValue('')
      await expect(page.getByLabel('PIN-kod')).toBeFocused()
      await look(page, 'wrong-pin')
    })

    test('that is gone in the middle says so on the page, and can be tried again', async () => {
      isAway = true
      await page.getByLabel('PIN-kod').fill(PIN)
      await page.getByLabel('engångskod', { exact: true }).fill(CODE)
      await page.getByLabel('engångskod', { exact: true }).press('Enter')
      const away = page.getByText('Nyckeln för underskrifter går inte att nå just nu.')
      await expect(away).toBeVisible()
      await look(page, 'key-away')
      await page.reload()
      await expect(page.getByRole('heading', { level: 1, name: /^Skriv under/ })).toBeVisible()
      await page.getByRole('button', { name: 'Skriv under' }).click()
      await expect(away).toBeVisible()
      await page.getByRole('link', { name: 'Till rapportens underskrifter' }).click()
      await expect(page.getByText('Nyckeln gick inte att nå.')).toHaveCount(2)
      await expect(page.getByText('Nyckeln godtog inte det som fylldes i.')).toHaveCount(1)
      isAway = false
    })

    test('is given again where the network went before the answer, which the page says', async () => {
      await page.goto(`/underskrifter/${roundId}`)
      await page.getByLabel('PIN-kod').fill(PIN)
      await page.getByLabel('engångskod', { exact: true }).fill(CODE)
      await page.context().setOffline(true)
      await page.getByRole('button', { name: 'Skriv under' }).click()
      await expect(page.getByText('Kontakten med servern bröts innan svaret kom.')).toBeVisible()
      await expect(page.getByLabel('PIN-kod')).toHaveValue('')
      await expect(page.getByLabel('PIN-kod')).toBeFocused()
      await expect(page.getByRole('button', { name: 'Skriv under' })).not.toHaveAttribute('aria-disabled', 'true')
      await look(page, 'offline')
      await page.getByRole('button', { name: 'Skicka engångskod' }).click()
      await expect(page.getByText('Får du ingen kod inom någon minut')).toBeVisible()

      await page.getByRole('button', { name: 'Avböj' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('Fel bilaga är med.')
      await dialog.getByRole('button', { name: 'Avböj' }).click()
      await expect(page.getByText('Servern svarade inte, så det går inte att säga om det blev gjort.')).toBeVisible()
      await expect(dialog.getByRole('textbox')).toHaveValue('Fel bilaga är med.')
      await page.context().setOffline(false)
      await dialog.getByRole('button', { name: 'Avbryt' }).click()
      await page.reload()
      await expect(page.getByRole('button', { name: 'Skriv under' })).toBeVisible()
    })

    test('is given by keyboard alone, and signs', async () => {
      await page.goto(`/underskrifter/${roundId}`)
      await pressEnterAt(page, page.getByRole('button', { name: 'Skicka engångskod' }))
      await expect(page.getByText('En kod är skickad till dig.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Skicka engångskod' })).toBeFocused()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.type(CODE)
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.type(PIN)
      await page.keyboard.press('Enter')
      await expect(page.getByText('Du har skrivit under.')).toBeVisible({ timeout: 60_000 })
      expect(service.asked.filter(method => method === 'signatures/signHash')).toHaveLength(1)
    })
  })
