import { type Browser, expect, type Page, test } from '@playwright/test'
import { type KoladaServer, koladaServer } from '../server/indicators/kolada/testing/kolada-server.ts'
import { type LocalServer, localServer } from '../server/outbound/testing/local-server.ts'
import { isSigned } from '../server/webhooks/signature.ts'
import { createReport } from './support/create-report.ts'
import { look } from './support/look.ts'
import { expectAccessible, saved, section, signIn, writeIn } from './support/people.ts'
import { ServerProcess } from './support/server-process.ts'

const SOURCE = 'Svenska palliativregistret'
const PAIN = 'Smärtskattad sista levnadsveckan'
const NBSP = '\u00a0'

test.describe
  .serial('other systems', () => {
    let server: ServerProcess
    let kolada: KoladaServer
    let receiver: LocalServer
    let admin: Page
    const told: { body: string; signature: string }[] = []

    const signedIn = (browser: Browser, name: string): Promise<Page> => signIn(browser, name, server.url)

    test.beforeAll(async ({ browser }) => {
      test.setTimeout(240_000)
      kolada = await koladaServer()
      kolada.kpis = [
        { id: 'U21454', title: 'Brukarbedömning hemtjänst, andel (%)', is_divided_by_gender: true },
        { id: 'N00945', title: 'Kostnad hemtjänst, kr/inv' },
      ]
      kolada.values = [
        { kpi: 'U21454', municipality: '0482', period: 2024, gender: 'T', value: 87.3 },
        { kpi: 'U21454', municipality: '0000', period: 2024, gender: 'T', value: 86 },
        { kpi: 'N00945', municipality: '0482', period: 2024, gender: 'T', value: 12345 },
      ]
      receiver = await localServer((request, response, body) => {
        told.push({ body, signature: String(request.headers['samskrift-signature']) })
        response.writeHead(204).end()
      })
      server = await ServerProcess.create()
      await server.start({ KOLADA_URL: kolada.url })
      admin = await signedIn(browser, 'Administratör')
    })
    test.afterAll(async () => {
      await server?.end('SIGTERM')
      await kolada?.close()
      await receiver?.close()
    })

    test('send a figure by a key that is shown once, and it is in the open report within a second', async ({
      browser,
    }) => {
      await admin.goto('/data')
      await admin.getByRole('link', { name: 'Anslutningar' }).click()
      await admin.getByRole('checkbox', { name: 'Hämta siffror' }).check()
      await admin.getByRole('button', { name: 'Skapa nyckel' }).click()
      await expect(admin.getByLabel('Systemets namn')).toBeFocused()
      await expect(admin.getByText('Skriv ett namn på 2 till 80 tecken.')).toBeVisible()
      await look(admin, 'keys-refused')
      await admin.keyboard.type('Kvalitetssystemet')
      // What was ticked before the refusal still is.
      for (const name of ['Hämta siffror', 'Sända siffror'])
        await expect(admin.getByRole('checkbox', { name })).toBeChecked()
      await admin.getByRole('button', { name: 'Skapa nyckel' }).press('Enter')
      const secret = admin.getByLabel('Nyckel', { exact: true })
      await expect(secret).toHaveValue(/^sk_[\w-]{43}$/)
      await expect(secret).toBeFocused()
      const headers = { authorization: `Bearer ${await secret.inputValue()}`, 'content-type': 'application/json' }

      await admin.getByLabel('Ny adress').fill('http://10.0.0.1/')
      await admin.getByRole('button', { name: 'Lägg till adress' }).click()
      await expect(admin.getByText('Adressen ska börja med https://')).toBeVisible()
      await admin.getByLabel('Ny adress').fill(receiver.url)
      await admin.getByRole('button', { name: 'Lägg till adress' }).click()
      const hookSecret = await admin.getByLabel('Hemlighet för signaturen').inputValue()
      await look(admin, 'keys')

      const mas = await signedIn(browser, 'MAS')
      await createReport(mas, 'Siffror från andra system')
      await writeIn(mas, 'Stärka analys, lärande och utveckling')
      await mas.getByRole('button', { name: 'Indikatortabell' }).click()
      const dialog = mas.getByRole('dialog')
      await dialog.getByLabel('Källa').selectOption({ label: SOURCE })
      await dialog.getByRole('button', { name: 'Välj alla' }).click()
      await dialog.getByRole('button', { name: 'Infoga tabellen' }).click()
      const cell = section(mas, 'Stärka analys').locator('.data-block tr', { hasText: PAIN }).locator('td').first()
      await expect(cell).toHaveText(`58,8${NBSP}%`)
      await saved(mas)

      const api = `${server.url}/api/v1`
      const described = (await (await fetch(`${api}/openapi.json`)).json()) as { openapi: string }
      expect(described.openapi).toBe('3.1.0')
      const listed = await fetch(`${api}/indicators?source=palliativregistret`, { headers })
      const { indicators } = (await listed.json()) as { indicators: { id: string; name: string }[] }
      const indicator = indicators.find(({ name }) => name === PAIN)?.id
      const body = JSON.stringify({ observations: [{ indicator, period: '2023', value: '91.3' }] })
      const sent = await fetch(`${api}/observations`, { method: 'POST', headers, body })
      expect([sent.status, await sent.json()]).toEqual([200, expect.objectContaining({ written: 1 })])
      await expect(cell).toHaveText(`91,3${NBSP}%`, { timeout: 1000 })

      await expect.poll(() => told.length).toBe(1)
      const [{ body: news, signature } = { body: '', signature: '' }] = told
      expect(isSigned(hookSecret, signature, news, Math.floor(Date.now() / 1000))).toBe(true)
      expect(JSON.parse(news).figures).toEqual([{ indicator, kind: 'result', period: '2023', gender: 'T' }])

      await admin.goto('/data')
      await expect(admin.getByRole('row', { name: PAIN })).toContainText('sänt från Kvalitetssystemet')
      await admin.goto('/data/anslutningar')
      await expect(secret).toHaveCount(0)
      const sentTable = admin.getByRole('table', { name: /^De senaste 50 utskicken/ })
      await expect(sentTable.getByRole('row', { name: receiver.url })).toContainText('Framme')
      await look(admin, 'keys-used')
      await sentTable.getByRole('button', { name: /^Skicka igen/ }).click()
      await expect.poll(() => told.length).toBe(2)

      await admin.getByRole('button', { name: 'Återkalla nyckeln för Kvalitetssystemet' }).press('Enter')
      await expectAccessible(admin)
      await admin.getByRole('dialog').getByRole('button', { name: 'Återkalla' }).click()
      const row = admin.getByRole('row', { name: /^Kvalitetssystemet/ })
      await expect(row).toContainText('Återkallad')
      const refused = await fetch(`${api}/observations`, { method: 'POST', headers, body })
      expect([refused.status, refused.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
      await expect(cell).toHaveText(`91,3${NBSP}%`)
    })

    test('are the administrator’s to let in', async ({ browser }) => {
      const ekonom = await signedIn(browser, 'Ekonom')
      await ekonom.goto('/data')
      await expect(ekonom.getByRole('link', { name: 'Anslutningar' })).toHaveCount(0)
      await ekonom.goto('/data/anslutningar')
      await expect(ekonom.getByText('Du kan inte hantera anslutningar')).toBeVisible()
      await expect(ekonom.getByRole('button', { name: 'Skapa nyckel' })).toHaveCount(0)
    })

    test('such as Kolada are asked by a button, which says how it went', async ({ browser }) => {
      const ekonom = await signedIn(browser, 'Ekonom')
      await ekonom.goto('/data')
      await ekonom.getByRole('link', { name: 'Kolada' }).click()
      await ekonom.getByLabel('Kommun', { exact: true }).fill('482')
      await ekonom.getByLabel('Mått').fill('U21454, N00945\nN99999')
      await ekonom.getByRole('checkbox', { name: 'Hämta varje natt' }).uncheck()
      await ekonom.getByRole('button', { name: 'Spara' }).click()
      await expect(ekonom.getByLabel('Kommun', { exact: true })).toBeFocused()
      await expect(ekonom.getByLabel('Mått')).toHaveValue('U21454, N00945\nN99999')
      await expect(ekonom.getByRole('checkbox', { name: 'Hämta varje natt' })).not.toBeChecked()
      await look(ekonom, 'kolada-refused')
      await ekonom.getByLabel('Kommun', { exact: true }).fill('0482')
      await ekonom.getByRole('button', { name: 'Spara' }).press('Enter')
      await expect(ekonom.getByText('Inget är hämtat än. Hämtas inte av sig självt.')).toBeVisible()

      await ekonom.getByRole('button', { name: 'Hämta nu' }).press('Enter')
      const done = ekonom.getByRole('alert').filter({ hasText: 'Hämtningen är klar' })
      await expect(done).toContainText('3 värden är nya eller ändrade')
      await expect(done).toContainText('Finns inte i Kolada: N99999.')
      const chosen = ekonom.getByRole('table', { name: 'Valda mått' })
      await expect(chosen.getByRole('row', { name: 'U21454' })).toContainText('Hämtas')
      await expect(chosen.getByRole('row', { name: 'N99999' })).toContainText('Finns inte i Kolada')
      await look(ekonom, 'kolada')

      kolada.kpis.shift()
      await ekonom.getByRole('button', { name: 'Hämta nu' }).click()
      await expect(chosen.getByRole('row', { name: 'U21454' })).toContainText('Utgått mått')
      kolada.instead = (_, response) => Boolean(response.end('<!doctype html>'))
      await ekonom.getByRole('button', { name: 'Hämta nu' }).click()
      await expect(ekonom.getByRole('alert').filter({ hasText: 'Hämtningen gick inte' })).toContainText(
        'Svaret från Kolada går inte att läsa. Inget är ändrat.',
      )
      await ekonom.goto('/data')
      const row = ekonom.getByRole('row', { name: /^Brukarbedömning hemtjänst/ })
      await expect(row).toContainText(`87,3${NBSP}%`)
      await expect(row).toContainText('Hämtat från Kolada')
    })
  })
