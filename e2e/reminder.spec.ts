import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { demoOrganisation } from '#server/demo/demo-organisation.ts'
import { startMailServer } from '#server/reminders/testing/mail-server.ts'
import { createReport } from './support/create-report.ts'
import { expectAccessible, section } from './support/people.ts'
import { ServerProcess } from './support/server-process.ts'

test('who is late is reminded by a button, by mail that leads to the form, until they say no', async ({ browser }) => {
  test.setTimeout(240_000)
  const server = await ServerProcess.create()
  const mail = await startMailServer()
  const signedIn = async (name: string) => {
    const page = await (await browser.newContext({ baseURL: server.url })).newPage()
    await page.goto('/')
    await page.getByRole('button', { name: new RegExp(`^${name}\\b`) }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^(Rapporter|Mina avsnitt)$/ })).toBeVisible()
    return page
  }
  try {
    const plan = join(server.dataDir, 'kommun.json')
    const users = demoOrganisation.users.map(user => ({ ...user, email: `${user.login}@exempel.se` }))
    await server.start({ SMTP_URL: mail.url, SMTP_FROM: 'samskrift@exempel.se' })
    await writeFile(plan, JSON.stringify({ ...demoOrganisation, users }))
    await server.cli('organisation', plan)

    const mas = await signedIn('MAS')
    await createReport(mas, 'Påminnelser')
    const place = section(mas, 'Sammanfattning')
    await place.getByRole('combobox', { name: /^Ansvarig/ }).selectOption({ label: 'Rollen Bidragsgivare' })
    // So long ago that the calendar by itself asks on few days; the button asks on any.
    const kept = mas.waitForResponse(answer => answer.request().postData() === '{"deadline":"2024-02-01"}')
    await place.getByLabel(/^Klart senast/).fill('2024-02-01')
    await kept
    await mas.getByRole('link', { name: 'Ett avsnitt är försenat: se vem som har det' }).click()
    const late = mas.getByRole('region', { name: 'Sena avsnitt' })
    await expect(late).toContainText('Ansvarig: Rollen Bidragsgivare.')
    await late.getByRole('button', { name: 'Påminn om 2 Sammanfattning' }).click()
    await expect(late).toContainText(/Påminnelsen skickas om en stund|Påmind \d/)
    await expectAccessible(mas)

    await expect
      .poll(() => mail.received.flatMap(({ to }) => to), { timeout: 60_000 })
      .toEqual(['enhetschef@exempel.se'])
    await mas.reload()
    await expect(late).toContainText(/Påmind \d/)

    const source = (mail.received[0]?.source ?? '').replace(/=\r\n/g, '').replace(/=3D/g, '=')
    const [link = ''] = /http:\/\/localhost:\d+\/mina-avsnitt\/[0-9a-f-]+#avsnitt-[0-9a-f-]+/.exec(source) ?? []
    const chief = await signedIn('Enhetschef')
    await chief.goto(link)
    await expect(section(chief, 'Sammanfattning')).toBeVisible()
    await expect(chief.locator('section[data-section]')).toHaveCount(1)

    await chief.goto('/mina-avsnitt#paminnelser')
    await expect(chief.getByText('De går till enhetschef@exempel.se')).toBeVisible()
    await chief.getByRole('button', { name: 'Stäng av påminnelserna' }).click()
    await expect(chief.getByRole('button', { name: 'Slå på påminnelserna' })).toBeVisible()
    await late.getByRole('button', { name: /^Påminn om/ }).click()
    await expect(mas.getByText('För ett avsnitt finns ingen att påminna').first()).toBeVisible()
    expect(mail.received).toHaveLength(1)
  } finally {
    await server.end('SIGTERM')
    await mail.close()
  }
})
