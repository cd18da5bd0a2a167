import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { report } from '#db/schema/report.ts'
import { createDocuments } from '../server/documents/create-documents.ts'
import { readEnv } from '../server/env.ts'
import { openDatabaseAsGuest } from '../server/process/open-database.ts'
import { type TestCa, testCa } from '../server/signing/testing/test-ca.ts'
import { issueRound } from '../server/signing/verify/testing/issue-round.ts'
import { OBJECT, reportPdf, TRAILER } from '../server/signing/verify/testing/report-pdf.ts'
import { signByAll } from '../server/signing/verify/testing/sign-report.ts'
import { appendUpdate } from '../server/signing/verify/testing/write-pdf.ts'
import { demoActor, demoReport } from '../server/testing/demo-services.ts'
import { look } from './support/look.ts'
import { ServerProcess } from './support/server-process.ts'

const CODE = 'K7Q2-M9XD-4RTW'
const LATER_CODE = 'P3WN-6HJA-8CVE'
const WHOLE = 'Filen är hel och oförändrad. Undertecknad av 2 av 2.'

const pem = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`

test.describe
  .serial('anybody verifies a file', () => {
    let server: ServerProcess
    let ca: TestCa
    let revisions: Uint8Array[]

    const finished = (): Uint8Array => revisions.at(-1) ?? new Uint8Array()
    const pdf = (bytes: Uint8Array, name = 'rapport.pdf') => ({
      name,
      mimeType: 'application/pdf',
      buffer: Buffer.from(bytes),
    })
    const visitor = async (browser: Browser, javaScriptEnabled = true): Promise<Page> => {
      const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled })
      return context.newPage()
    }
    const choose = async (page: Page, file: ReturnType<typeof pdf>): Promise<void> => {
      await page.getByLabel('PDF-fil att kontrollera').setInputFiles(file)
      await page.getByRole('button', { name: 'Kontrollera filen' }).press('Enter')
    }

    test.beforeAll(async () => {
      test.setTimeout(240_000)
      ca = await testCa()
      server = await ServerProcess.create()
      const trust = join(server.dataDir, '..', `verify-trust-${process.pid}.pem`)
      await writeFile(trust, pem(ca.root))
      await server.start({ SIGNING_TRUST: trust })
      const signers = [await ca.signer(), await ca.signer({ name: 'Örjan Ängström' })]
      revisions = await signByAll(ca, reportPdf(), signers, 'B-T')
      const env = { ...readEnv(), DATABASE_URL: undefined, SAMSKRIFT_DATA: server.dataDir }
      const { client, close } = await openDatabaseAsGuest(env)
      const services = { db: client.db, documents: createDocuments(client) }
      const id = await demoReport(services, await demoActor(services, 'mas'))
      await issueRound(client.db, { reportId: id, code: CODE, revisions, logins: ['mas', 'forvaltningschef'] })
      const later = await signByAll(ca, reportPdf(100), signers, 'B-B')
      const round = { reportId: id, version: 2, code: LATER_CODE, revisions: later }
      await issueRound(client.db, { ...round, logins: ['mas', 'forvaltningschef'] })
      await client.db.update(report).set({ version: 2 }).where(eq(report.id, id))
      await services.documents.close()
      await close()
    })
    test.afterAll(async () => {
      await server?.end('SIGTERM')
      await ca?.close()
    })

    test('a file that is dropped is whole, and says who signed it', async ({ browser }) => {
      const page = await visitor(browser)
      await page.goto('/verifiera')
      await look(page, 'empty')
      const file = await page.evaluateHandle(bytes => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([Uint8Array.from(atob(bytes), sign => sign.charCodeAt(0))], 'rapport.pdf'))
        return transfer
      }, Buffer.from(finished()).toString('base64'))
      await page.locator('form').dispatchEvent('drop', { dataTransfer: file })
      await expect(page.getByText(WHOLE)).toBeVisible()
      await expect(page.getByRole('heading', { name: 'Svar om rapport.pdf' })).toBeFocused()
      await expect(page.getByText('Vård- och omsorgsnämnden')).toBeVisible()
      await expect(page.getByText('Föredragande').first()).toBeVisible()
      await page.getByText('Detaljer').click()
      await expect(page.getByText('PAdES B-T: även med styrkt tid').first()).toBeVisible()
      await look(page, 'whole')
    })

    test('an altered file, a cut one and one that is no PDF each say what is wrong', async ({ browser }) => {
      const page = await visitor(browser)
      await page.goto('/verifiera')
      const note = '<< /Type /Annot /Subtype /FreeText /Rect [72 690 300 720] /Contents (34 av 34) >>'
      const pageObject = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [10 0 R 11 0 R 12 0 R 90 0 R] /Resources << /Font << /F1 5 0 R >> >> >>`
      await choose(page, pdf(appendUpdate(finished(), { [OBJECT.page]: pageObject, 90: note }, { trailer: TRAILER })))
      await expect(page.getByText('Filen är ändrad efter att den utfärdades.')).toBeVisible()
      await expect(
        page.getByText('Ändrat efter underskrift 2: En anteckning eller något annat är lagt på en sida.'),
      ).toBeVisible()
      await look(page, 'altered')

      const flipped = Uint8Array.from(finished())
      flipped[Buffer.from(flipped).indexOf('16 av 34')] = 0x33
      await choose(page, pdf(flipped))
      await expect(page.getByText('Filen är ändrad efter att den undertecknades.')).toBeVisible()
      await choose(page, pdf(revisions[1] ?? finished()))
      await expect(page.getByText('Underskrifter saknas. Filen är undertecknad av 1 av 2.')).toBeVisible()
      await look(page, 'cut')
      await choose(page, pdf(Buffer.from('PK\u0003\u0004'), 'rapport.docx'))
      await expect(page.getByText('Filen är ingen PDF.')).toBeVisible()
      await look(page, 'no-pdf')
      await choose(page, pdf(new Uint8Array(), 'tom.pdf'))
      await expect(page.getByText('Filen är tom.')).toBeVisible()
    })

    test('the code of the last page tells what was issued, and takes the file to compare', async ({ browser }) => {
      const page = await visitor(browser)
      await page.goto(`/verifiera/${CODE}`)
      await expect(page.getByText('Patientsäkerhetsberättelse 2023')).toBeVisible()
      await look(page, 'code')
      const other = (await signByAll(ca, reportPdf(10), [await ca.signer()], 'B-B')).at(-1) ?? finished()
      await choose(page, pdf(other))
      await expect(page.getByText('Filen är inte den som utfärdades med den här koden.')).toBeVisible()
      await choose(page, pdf(finished()))
      await expect(page.getByText(WHOLE)).toBeVisible()
      await page.goto('/verifiera/FINNS-INTE')
      await expect(page.getByText('Koden finns inte här')).toBeVisible()
      await look(page, 'unknown-code')
    })

    test('an earlier version is whole, but not what the code of the later one stands for', async ({ browser }) => {
      const page = await visitor(browser)
      await page.goto(`/verifiera/${LATER_CODE}`)
      await choose(page, pdf(finished()))
      await expect(page.getByText('Filen är inte den som koden står för.')).toBeVisible()
      await expect(page.getByText('Det finns en senare version av rapporten.').first()).toBeVisible()
      await look(page, 'earlier')
      await page.goto('/verifiera')
      await choose(page, pdf(finished()))
      await expect(page.getByText('Det finns en senare version av rapporten.').first()).toBeVisible()
      await expect(page.getByText('Filen är inte den som koden står för.')).toHaveCount(0)
    })

    test('without a script the form answers with a page', async ({ browser }) => {
      const page = await visitor(browser, false)
      await page.goto(`/verifiera/${CODE}`)
      await choose(page, pdf(finished()))
      await expect(page.getByText(WHOLE)).toBeVisible()
      await page.goto('/verifiera')
      await choose(page, pdf(Buffer.from('Hej'), 'hej.pdf'))
      await expect(page.getByText('Filen är ingen PDF.')).toBeVisible()
    })
  })
