import { expect, type Page } from '@playwright/test'
import type { ReportStructure } from '#editor/core/report-page.ts'
import { findTemplate } from '#templates/index.ts'
import { type Expected, fillFile } from '#templates/testing/fill-file.ts'
import { fillGaps } from '#templates/testing/fill-samples.ts'
import { readSeed } from '#templates/testing/read-seed.ts'
import type { ReportDriver } from '#templates/testing/report-driver.ts'
import { seedFiles } from '#templates/testing/seed-places.ts'
import { reportId } from './create-report.ts'
import { connect, type LiveClient, write } from './live-report.ts'

interface Finding {
  rule: string
  level: 'stop' | 'warning'
  sectionId: string | null
  message: string
}

/** Fills the report that a page shows in over HTTP and the collab socket, with the rights of who is signed in there. */
export class ReportFiller implements ReportDriver {
  #client: LiveClient | null = null
  readonly #path: string
  readonly #id: string
  readonly #url: string

  constructor(private readonly page: Page) {
    this.#id = reportId(page)
    this.#url = page.url()
    this.#path = `${new URL(this.#url).origin}/api/reports/${this.#id}`
  }

  /** Fills in while nobody has the report open: an open page reads the whole structure anew at each change. */
  async away<T>(pages: Page[], run: () => Promise<T>): Promise<T> {
    for (const page of pages) await page.goto('about:blank')
    const done = await run()
    for (const page of pages) await page.goto(this.#url)
    return done
  }

  async structure(): Promise<ReportStructure> {
    return (await this.page.request.get(`${this.#path}/structure`)).json()
  }

  async addUnit(sectionId: string, kind: string): Promise<string> {
    const answer = await this.page.request.post(`${this.#path}/units`, { data: { sectionId, kind } })
    expect(answer.status(), kind).toBe(201)
    return (await answer.json()).id
  }

  async setValue(holder: { of: string; id: string }, key: string, value: string): Promise<void> {
    const answer = await this.page.request.put(`${this.#path}/values`, { data: { ...holder, key, value } })
    expect(answer.status(), `${key}: ${value}`).toBe(200)
  }

  async write(sectionId: string, text: string): Promise<void> {
    this.#client ??= await this.#connect()
    write(this.#client, sectionId, text)
    await this.#client.saved()
  }

  async #connect(): Promise<LiveClient> {
    const cookies = await this.page.context().cookies()
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const client = connect(Number(new URL(this.#url).port), this.#id, cookie)
    await client.synced
    return client
  }

  /** Rows of a real document. @returns what the outputs must say */
  fillFile(name: string, rows = readSeed(name)): Promise<Expected[]> {
    const seed = seedFiles[name]
    const template = findTemplate(seed?.template ?? '')
    if (!seed || !template) throw new Error(`no seed file ${name}`)
    return fillFile(this, template, seed, rows)
  }

  /** What keeps the report from being locked. */
  async stops(): Promise<Finding[]> {
    const found: Finding[] = await (await this.page.request.get(`${this.#path}/checks`)).json()
    return found.filter(({ level }) => level === 'stop')
  }

  /** Puts right all that the checks stop: values, rows and texts that are asked for. */
  async answerFindings(): Promise<void> {
    await fillGaps(this)
    const { sections } = await this.structure()
    for (const { sectionId, message } of await this.stops()) {
      const section = sections.find(({ id }) => id === sectionId)
      if (!section) throw new Error(message)
      if (section.hasText) await this.write(section.id, `Det här gäller för ${section.heading.toLowerCase()}.`)
      else await this.#excuse(section.id)
    }
    expect(await this.stops()).toEqual([])
  }

  async #excuse(sectionId: string): Promise<void> {
    const data = { notApplicableReason: 'Fanns inte under perioden.' }
    expect((await this.page.request.patch(`${this.#path}/sections/${sectionId}`, { data })).status()).toBe(204)
  }

  close(): void {
    this.#client?.close()
  }
}
