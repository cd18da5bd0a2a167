import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { startIdentityProvider } from './support/identity-provider.ts'
import { freePort, ServerProcess } from './support/server-process.ts'

async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: 'Logga in med kommunens konto' }).click()
  await page.locator('input[name="login"]').fill(name)
  await page.locator('input[name="password"]').fill('vad som helst')
  await page.getByRole('button', { name: /sign-in/i }).click()
  await page.getByRole('button', { name: /continue/i }).click()
}

test('people sign in with the organisation’s account, and only those who have one here', async ({ browser }) => {
  test.setTimeout(180_000)
  const server = await ServerProcess.create()
  const identities = await startIdentityProvider(await freePort(), `${server.url}/api/auth/callback/oidc`)
  try {
    const plan = join(server.dataDir, 'kommun.json')
    const user = {
      login: `${identities.issuer}#mas-1`,
      name: 'MAS',
      title: 'MAS',
      grants: [{ board: 'n', role: 'mas' }],
    }
    await writeFile(
      plan,
      JSON.stringify({
        name: 'Provkommun',
        diaryNumberPattern: '^KS \\d+$',
        diaryNumberExample: 'KS 1',
        boards: [{ key: 'n', name: 'Omsorgsnämnden', administration: 'Omsorgen' }],
        users: [user],
      }),
    )
    expect(await server.cli('organisation', plan)).toContain('Provkommun är inlagd med 1 användare.')
    await server.start({
      DEMO: '0',
      OIDC_ISSUER: identities.issuer,
      OIDC_CLIENT_ID: 'samskrift',
      OIDC_CLIENT_SECRET: 'hemlighet-for-prov',
      OIDC_NAME: 'kommunens konto',
    })

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
      form: { csrfToken: csrf.csrfToken, login: user.login, json: 'true' },
    })
    expect(await (await stranger.request.get(`${server.url}/api/auth/session`)).json()).toEqual({})
  } finally {
    identities.close()
    await server.end('SIGTERM')
  }
})
