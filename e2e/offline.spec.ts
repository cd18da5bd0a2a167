import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { MESSAGE } from '#editor/core/collab-protocol.ts'
import { createReport, reportId } from './support/create-report.ts'
import { expectAccessible, saved, section, signIn, signInButton, writeIn } from './support/people.ts'
import { writeUnknownNode } from './support/unknown-node.ts'
import { copies, keptCopies, removeNotes } from './support/unsent-copies.ts'

const state = (page: Page) => page.locator('[role=status][data-state]')

/** Pages load, but neither a WebSocket nor long polling reaches the server. */
async function cutCollab(context: BrowserContext): Promise<{ mend: () => Promise<void> }> {
  let isCut = true
  await context.routeWebSocket(/\/collab\//, socket => {
    if (isCut) void socket.close({ code: 1011 })
    else socket.connectToServer()
  })
  await context.route(/\/collab\/polling\//, route => (isCut ? route.abort() : route.continue()))
  return {
    mend: async () => {
      isCut = false
    },
  }
}

/** The next person at the same computer. */
async function enter(page: Page, name: string): Promise<void> {
  await page.waitForURL('**/logga-in**')
  await page.goto('/')
  await (await signInButton(page, name)).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rapporter' })).toBeVisible()
}

test.describe('without contact', () => {
  let mas: Page
  let mar: Page

  test.beforeAll(async ({ browser }) => {
    mas = await signIn(browser, 'MAS')
    await createReport(mas, 'Utan kontakt')
    mar = await signIn(browser, 'MAR')
    await mar.goto(mas.url())
    await saved(mar)
    mas.on('dialog', dialog => void dialog.accept())
  })

  test('what is written offline is counted, merged and saved when the network is back', async () => {
    const first = await writeIn(mas, 'Sammanfattning')
    await mas.keyboard.type('Före avbrottet.')
    await saved(mas)
    await mas.context().setOffline(true)
    await expect(state(mas)).toHaveText('Offline (0 ändringar väntar)')
    await first.click()
    await mas.keyboard.press('Control+End')
    await mas.keyboard.type('!')
    await expect(state(mas)).toHaveText('Offline (1 ändring väntar)')
    await mas.keyboard.type('??')
    await expect(state(mas)).toHaveText('Offline (3 ändringar väntar)')
    await expect(mas.getByText('Det du skriver sparas i den här webbläsaren').first()).toBeVisible()
    await expectAccessible(mas)

    await writeIn(mar, 'Sammanfattning')
    await mar.keyboard.press('Control+Home')
    await mar.keyboard.type('MAR skrev under tiden. ')
    await mas.context().setOffline(false)
    const both = 'MAR skrev under tiden. Före avbrottet.!??'
    for (const page of [mas, mar])
      await expect(section(page, 'Sammanfattning').locator('.ProseMirror p').first()).toHaveText(both)
    await saved(mas)
    await saved(mar)
    await expect.poll(() => copies(mas)).toEqual([])
  })

  test('survives a reload, can be written on without contact, and is sent when it is back', async () => {
    const { mend } = await cutCollab(mas.context())
    await mas.context().setOffline(true)
    await expect(state(mas)).toContainText('Offline')
    await writeIn(mas, 'Inledning')
    await mas.keyboard.type('Skrivet offline')
    await expect(state(mas)).toHaveText('Offline (15 ändringar väntar)')
    await expect.poll(() => keptCopies(mas)).toBe(1)
    await mas.context().setOffline(false)

    const asked = mas.waitForEvent('dialog')
    await mas.reload()
    expect((await asked).type()).toBe('beforeunload')
    await expect(section(mas, 'Inledning')).toContainText('Skrivet offline')
    await expect(state(mas)).toHaveText('Offline (15 ändringar väntar)')
    await writeIn(mas, 'Inledning')
    await mas.keyboard.type(', och mer')
    await expect(state(mas)).toHaveText('Offline (24 ändringar väntar)')
    await expect(section(mar, 'Inledning')).not.toContainText('Skrivet offline')

    await mend()
    await expect(section(mar, 'Inledning')).toContainText('Skrivet offline, och mer')
    await saved(mas)
    await expect.poll(() => copies(mas)).toEqual([])
    await mas.reload()
    await expect(section(mas, 'Inledning').getByText('Skrivet offline, och mer')).toHaveCount(1)
    await saved(mas)
  })

  test('a closed tab leaves its text to the next one, and to nobody else', async ({ browser }) => {
    const { mend } = await cutCollab(mas.context())
    const url = mas.url()
    await mas.reload()
    // Nothing is stored and nothing has come: the page can be read, but there is nothing to write in yet.
    await expect(state(mas)).toHaveText('Offline (0 ändringar väntar)')
    await mend()
    await saved(mas)
    const cut = await cutCollab(mas.context())
    await mas.context().setOffline(true)
    await writeIn(mas, 'Egenkontroll')
    await mas.keyboard.type('Kvar i webbläsaren')
    await expect.poll(() => keptCopies(mas)).toBe(1)
    await mas.context().setOffline(false)
    const next = await mas.context().newPage()
    await mas.close()

    // Somebody else at the same computer.
    await next.goto('/')
    await next.getByRole('button', { name: /MAS/ }).click()
    await next.getByRole('menuitem', { name: 'Logga ut' }).click()
    await expect(next.getByRole('dialog')).toContainText('Du har skrivit i en rapport')
    await expectAccessible(next)
    await next.getByRole('button', { name: 'Logga ut och behåll texten här' }).click()
    await enter(next, 'MAR')
    await cut.mend()
    await next.goto(url)
    await saved(next)
    await expect(section(next, 'Egenkontroll')).not.toContainText('Kvar i webbläsaren')
    expect(await copies(next)).toHaveLength(1)

    await next.goto('/')
    await next.getByRole('button', { name: /MAR/ }).click()
    await next.getByRole('menuitem', { name: 'Logga ut' }).click()
    await enter(next, 'MAS')
    await next.goto(url)
    await expect(section(next, 'Egenkontroll')).toContainText('Kvar i webbläsaren')
    await expect(section(mar, 'Egenkontroll')).toContainText('Kvar i webbläsaren')
    await saved(next)
    await expect.poll(() => copies(next)).toEqual([])
    await next.context().close()
    mas = await signIn(browser, 'MAS')
    await mas.goto(url)
    mas.on('dialog', dialog => void dialog.accept())
  })

  test('an older editor is told of the new version, and its text is there after the reload', async () => {
    let isOld = true
    // Connected first: only the connections after this one are turned away.
    await saved(mas)
    await mas.routeWebSocket(/\/collab\//, socket => {
      if (isOld) void socket.close({ code: 4426, reason: 'old editor' })
      else socket.connectToServer()
    })
    await mas.context().setOffline(true)
    await writeIn(mas, 'Externa avvikelser')
    await mas.keyboard.type('Skrivet i förra versionen')
    await mas.context().setOffline(false)
    await expect(state(mas)).toHaveText('Ny version finns')
    await expect(mas.getByText('finns kvar i den här webbläsaren, även om du laddar om sidan')).toBeVisible()
    await expectAccessible(mas)
    isOld = false
    await mas.getByRole('button', { name: 'Ladda om sidan' }).first().click()
    await expect(section(mar, 'Externa avvikelser')).toContainText('Skrivet i förra versionen')
    await saved(mas)
    await expect.poll(() => copies(mas)).toEqual([])
  })

  test('a server that commits nothing is not taken for a saved text', async ({ browser }) => {
    const page = await signIn(browser, 'MAS')
    const held: (string | Buffer)[] = []
    let isHolding = false
    let release = (): void => {}
    await page.routeWebSocket(/\/collab\//, socket => {
      const server = socket.connectToServer()
      release = () => {
        isHolding = false
        for (const message of held.splice(0)) socket.send(message)
      }
      server.onMessage(message => {
        if (isHolding && typeof message !== 'string' && message[0] === MESSAGE.saved) held.push(message)
        else socket.send(message)
      })
    })
    await page.goto(mas.url())
    await saved(page)
    isHolding = true
    await writeIn(page, 'Riskhantering')
    await page.keyboard.type('Väntar')
    await expect(state(page)).toHaveText('Sparar…')
    await expect(state(page)).toHaveText('Ej sparat ännu')
    await expect.poll(() => keptCopies(page)).toBe(1)
    await expectAccessible(page)
    release()
    await saved(page)
    await expect.poll(() => copies(page)).toEqual([])
    await page.context().close()
  })

  test('where the browser keeps nothing, the text is said to be in this tab only', async ({ browser }) => {
    const page = await signIn(browser, 'MAS')
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('private mode', 'InvalidStateError')
      }
    })
    await page.goto(mas.url())
    await saved(page)
    await page.context().setOffline(true)
    await writeIn(page, 'Inledning')
    await page.keyboard.type('!')
    await expect(state(page)).toHaveText('Offline (1 ändring väntar), bara i den här fliken')
    await expect(page.getByText('Det du skriver finns bara i den här fliken').first()).toBeVisible()
    await page.context().setOffline(false)
    await saved(page)
    await expect(section(mar, 'Inledning')).toContainText('!')
    await page.context().close()
  })

  test('two authors write at once where WebSockets are blocked', async ({ browser }) => {
    const behindProxy = await signIn(browser, 'MAS')
    let isBlocked = true
    await behindProxy.routeWebSocket(/\/collab\//, socket => {
      if (isBlocked) void socket.close()
      else socket.connectToServer()
    })
    const polls: string[] = []
    behindProxy.on('request', request => {
      if (request.url().includes('/collab/polling/')) polls.push(request.method())
    })
    await behindProxy.goto(mas.url())
    await saved(behindProxy)
    const first = await writeIn(behindProxy, 'Klagomål och synpunkter')
    await behindProxy.keyboard.type('Ett')
    const second = await writeIn(mar, 'Klagomål och synpunkter')
    await expect(second).toContainText('Ett')
    await Promise.all([
      behindProxy.keyboard.type(' två tre', { delay: 20 }),
      writeIn(mar, 'Samverkan för att förebygga').then(() => mar.keyboard.type('Samtidigt', { delay: 20 })),
    ])
    // Its editor may have been released: MAR writes further down.
    await expect(section(mar, 'Klagomål och synpunkter')).toContainText('Ett två tre')
    await expect(section(behindProxy, 'Samverkan för att förebygga')).toContainText('Samtidigt')
    await expect(first).toContainText('Ett två tre')
    await saved(behindProxy)
    await saved(mar)
    expect(polls).toContain('POST')
    expect(polls).toContain('GET')

    // The tab remembers, and goes back when the network has changed.
    await behindProxy.reload()
    await saved(behindProxy)
    isBlocked = false
    const webSocket = behindProxy.waitForEvent('websocket')
    await behindProxy.context().setOffline(true)
    await behindProxy.context().setOffline(false)
    await webSocket
    await saved(behindProxy)
    await expect.poll(() => behindProxy.evaluate(() => sessionStorage.getItem('samskrift.transport'))).toBeNull()
    await behindProxy.context().close()
  })

  test('what the lock left outside is offered, until the person has had it', async () => {
    const id = reportId(mas)
    await mas.goto(`/rapporter/${id}`)
    await saved(mas)
    await mas.context().setOffline(true)
    await writeIn(mas, 'Informationssäkerhet')
    await mas.keyboard.type('För sent skrivet')
    const findings: { sectionId: string | null }[] = await (await mar.request.get(`/api/reports/${id}/checks`)).json()
    const data = { notApplicableReason: 'Redovisas i en bilaga till berättelsen.' }
    for (const { sectionId } of findings) {
      if (sectionId) await mas.request.patch(`/api/reports/${id}/sections/${sectionId}`, { data })
    }
    expect((await mas.request.post(`/api/reports/${id}/lock`)).ok()).toBe(true)
    await mas.context().setOffline(false)
    const panel = mas.getByRole('complementary').filter({ hasText: 'Det här hann inte sparas' })
    await expect(panel).toContainText('För sent skrivet')
    await expect(state(mas)).toHaveText('Låst')
    await expectAccessible(mas)

    await mas.reload()
    await expect(panel).toContainText('För sent skrivet')
    expect(await copies(mas)).not.toEqual([])
    await mas.getByRole('button', { name: 'Stäng och släng texten' }).click()
    await expect.poll(() => copies(mas)).toEqual([])
    await mas.reload()
    await expect(state(mas)).toHaveText('Låst')
    await expect(section(mas, 'Informationssäkerhet')).not.toContainText('För sent skrivet')
    await expect(panel).toHaveCount(0)
  })
})

test('text of a tab that ended before it noted what of it was unsent is sent by the next', async ({ browser }) => {
  const first = await signIn(browser, 'MAS')
  await createReport(first, 'Utan anteckning')
  first.on('dialog', dialog => void dialog.accept())
  await saved(first)
  const url = first.url()
  const cut = await cutCollab(first.context())
  await first.context().setOffline(true)
  await writeIn(first, 'Inledning')
  await first.keyboard.type('Nästan för sent')
  await expect.poll(() => keptCopies(first)).toBe(1)
  const second = await first.context().newPage()
  await first.close()
  await second.context().setOffline(false)
  await second.goto('/')
  expect(await removeNotes(second)).toBe(1)
  await cut.mend()
  await second.goto(url)
  await expect(section(second, 'Inledning')).toContainText('Nästan för sent')
  await saved(second)
  await expect.poll(() => copies(second)).toEqual([])
})

test('a node that the editor does not know stops the section from being written in', async ({ browser }) => {
  const page = await signIn(browser, 'MAS')
  await createReport(page, 'Okänt innehåll')
  const id = reportId(page)
  const { sections } = await (await page.request.get(`/api/reports/${id}/structure`)).json()
  const target: { id: string } = sections.find(({ heading }: { heading: string }) => heading === 'Strålskydd')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await page.goto('/')
  await writeUnknownNode({ origin: new URL(page.url()).origin, reportId: id, sectionId: target.id, cookie })
  await page.goto(`/rapporter/${id}`)
  await saved(page)
  const place = section(page, 'Strålskydd')
  await place.scrollIntoViewIfNeeded()
  await expect(place.getByText('Avsnittet går inte att ändra här')).toBeVisible()
  await expectAccessible(page)
  await expect(place).toContainText('Från framtiden')
  await expect(place.locator('.ProseMirror')).toHaveCount(0)
  await expect(section(page, 'Sammanfattning').locator('.ProseMirror')).toHaveCount(1)
})
