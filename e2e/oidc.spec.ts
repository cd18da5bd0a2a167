import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { reportId } from './support/create-report.ts'
import { ReportFiller } from './support/fill-report.ts'
import { type IdentityProvider, startIdentityProvider } from './support/identity-provider.ts'
import { freePort, ServerProcess } from './support/server-process.ts'

async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Logga in med kommunens konto' }).click()
  await page.locator('input[name="login"]').fill(name)
  await page.locator('input[name="password"]').fill('vad som helst')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
}

interface Running {
  server: ServerProcess
  identities: IdentityProvider
  login: string
}

/** A server whose people have accounts at an identity provider; MAS is one of them. */
async function withAccounts(run: (running: Running) => Promise<void>): Promise<void> {
  const server = await ServerProcess.create()
  const identities = await startIdentityProvider(await freePort(), `${server.url}/api/auth/callback/oidc`)
  try {
    const login = `${identities.issuer}#mas-1`
    const plan = join(server.dataDir, 'kommun.json')
    await writeFile(
      plan,
      JSON.stringify({
        name: 'Provkommun',
        diaryNumberPattern: '^KS \\d+$',
        diaryNumberExample: 'KS 1',
        boards: [{ key: 'n', name: 'Omsorgsnämnden', administration: 'Omsorgen' }],
        users: [{ login, name: 'MAS', title: 'MAS', grants: [{ board: 'n', role: 'mas' }] }],
      }),
    )
    expect(await server.cli('organisation', plan)).toContain('Provkommun är inlagd med 1 användare.')
    await server.start({
      DEMO: '0',
      OIDC_ISSUER: identities.issuer,
      OIDC_CLIENT_ID: 'samskrift',
      OIDC_CLIENT_SECRET: 'hemlighet-for-prov',
      OIDC_NAME: 'kommunens konto',
      SIGNING_KEY: 'test',
    })
    await run({ server, identities, login })
  } finally {
    identities.close()
    await server.end('SIGTERM')
  }
}

test.describe.configure({ timeout: 180_000 })

test('people sign in with the organisation’s account, and only those who have one here', async ({ browser }) => {
  await withAccounts(async ({ server, login }) => {
    const known = await (await browser.newContext()).newPage()
    await known.goto(server.url)
    await expect(known.getByRole('button', { name: /^MAS/ })).toHaveCount(0)
    await signInAs(known, server.url, 'mas-1')
    await expect(known.getByRole('heading', { level: 1, name: 'Rapporter' })).toBeVisible()

    const stranger = await (await browser.newContext()).newPage()
    await signInAs(stranger, server.url, 'okand')
    await expect(stranger).toHaveURL(/logga-in/)
    await expect(stranger.getByRole('alert').filter({ hasText: 'Du har inget konto' })).toBeVisible()

    // The demo's door is shut: its endpoint gives nobody a session.
    const csrf = await (await stranger.request.get(`${server.url}/api/auth/csrf`)).json()
    await stranger.request.post(`${server.url}/api/auth/callback/demo`, {
      form: { csrfToken: csrf.csrfToken, login, json: 'true' },
    })
    expect(await (await stranger.request.get(`${server.url}/api/auth/session`)).json()).toEqual({})
  })
})

test('who signs proves anew who they are, and the evidence says by which login', async ({ browser }) => {
  await withAccounts(async ({ server, identities }) => {
    const page = await (await browser.newContext({ baseURL: server.url, locale: 'sv-SE' })).newPage()
    await signInAs(page, server.url, 'mas-1')
    await page.goto('/rapporter/ny')
    await page.getByRole('radio', { name: 'Tjänsteskrivelse', exact: true }).check()
    await page.getByLabel('År', { exact: true }).fill('2023')
    await page.getByLabel('Titel').fill('Att skriva under')
    await page.getByLabel('Diarienummer').fill('KS 1')
    await page.getByLabel('Nämnd', { exact: true }).selectOption({ label: 'Omsorgsnämnden' })
    await page.getByRole('button', { name: 'Skapa rapport' }).click()
    await expect(page).toHaveURL(/\/rapporter\/[0-9a-f-]{36}$/)
    const id = reportId(page)
    const filler = new ReportFiller(page)
    await filler.away([page], () => filler.answerFindings())
    filler.close()
    await page.getByRole('button', { name: 'Lås rapporten' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Lås rapporten' }).click()
    await expect(page.getByText(/^Rapporten låstes/)).toBeVisible()

    await page.goto(`/rapporter/${id}/underskrift`)
    await page.getByRole('button', { name: 'Ta bort underskrift 2' }).click()
    await page.getByLabel('Person').selectOption({ label: 'MAS, MAS' })
    await page.getByRole('button', { name: 'Skicka för underskrift' }).click()
    await page.getByRole('link', { name: 'Granska och skriv under' }).click({ timeout: 60_000 })
    const file = await page.getByRole('link', { name: 'Öppna dokumentet i en ny flik' }).getAttribute('href')
    expect((await page.request.get(file ?? '')).status()).toBe(200)

    // The identity provider still knows them, and asks all the same.
    await page.getByRole('button', { name: 'Logga in igen' }).click()
    await page.locator('input[name="login"]').fill('mas-1')
    await page.locator('input[name="password"]').fill('vad som helst')
    await page.getByRole('button', { name: /sign-in/i }).click()
    await page.getByRole('button', { name: 'Skriv under' }).click()
    await expect(page.getByText('Du har skrivit under.')).toBeVisible({ timeout: 60_000 })

    const evidence = await page.request.get(`/api/signing/${new URL(page.url()).pathname.split('/').at(-1)}/evidence`)
    const signed = (await evidence.json()).events.find(({ kind }: { kind: string }) => kind === 'signed')
    expect(signed).toMatchObject({
      authentication: { method: 'oidc', issuer: identities.issuer, subject: 'mas-1' },
      ip: null,
      signature: { test: true, level: 'B-B' },
    })
  })
})
