import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { docxParts } from '#editor/docx/testing/docx-parts.ts'
import { pageContents, pdfObjects } from '#editor/pdf/testing/pdf-objects.ts'
import { pdfText } from '#editor/pdf/testing/pdf-text.ts'
import { renderDocx } from '../../export/render-docx.ts'
import { renderHtmlFile } from '../../export/render-html-file.ts'
import { renderPdf } from '../../export/render-pdf.ts'
import { expectConformant } from '../../export/testing/conformance/expect-conformant.ts'
import { samplePng } from '../../export/testing/sample-png.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import { resolveReport } from '../../reports/resolve-report.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { readProfile } from './read-profile.ts'
import { type ProfileWish, saveProfile } from './save-profile.ts'

const database = testDatabase()
let services: DemoServices
let administrator: Actor

beforeAll(async () => {
  services = await demoServices(database)
  administrator = await demoActor(services, 'administrator')
})
afterAll(() => services.documents.close())

const wish = (change: Partial<ProfileWish> = {}): ProfileWish => ({
  accent: '#7A1F3D',
  foot: 'Exempelkommun, 123 45 Exempelstad',
  pageFormat: 'A4',
  typeface: 'plex-sans',
  alt: '',
  logo: 'keep',
  organisationNumber: '',
  ...change,
})

it('keeps the look of the organisation, and the logo until another is sent', async () => {
  expect((await readProfile(services, administrator)).profile).toMatchObject({ accent: '#1f3a5f', logo: null })
  const logo = samplePng(300, 80)
  const saved = await saveProfile(services, administrator, wish({ logo, alt: 'Exempelkommuns vapen' }))
  expect(saved).toMatchObject({ accent: '#7a1f3d', logo: { mediaType: 'image/png', width: 300, height: 80 } })
  const again = await saveProfile(services, administrator, wish({ foot: '', alt: 'Vapnet' }))
  expect(again.logo).toEqual({ ...saved.logo, alt: 'Vapnet' })
  expect((await readProfile(services, administrator)).profile).toEqual(again)
  expect((await saveProfile(services, administrator, wish({ logo: null }))).logo).toBeNull()
})

test.each([
  ['a colour that text would be hard to read in', { accent: '#e0a000' }, { accent: 'contrast' }],
  ['what is no colour', { accent: 'röd' }, { accent: 'not-a-colour' }],
  ['a foot longer than a line', { foot: 'x'.repeat(161) }, { foot: 'too-long' }],
  ['a logo without words', { logo: samplePng(10, 10) }, { alt: 'missing' }],
  ['a logo that is none', { logo: new Uint8Array([1, 2, 3]), alt: 'x' }, { logo: 'not-an-image' }],
  ['a face that there is none of', { typeface: 'comic' }, { typeface: 'unknown' }],
  ['a logo that is too large', { logo: new Uint8Array(512 * 1024 + 1), alt: 'x' }, { logo: 'too-large' }],
] satisfies [string, Partial<ProfileWish>, Record<string, string>][])('refuses %s', async (_, change, fields) => {
  await expect(saveProfile(services, administrator, wish(change))).rejects.toMatchObject({ fields })
})

it('keeps the organisationsnummer as it is written, and none where the field is empty', async () => {
  expect((await readProfile(services, administrator)).organisationNumber).toBeNull()
  await saveProfile(services, administrator, wish({ organisationNumber: ' 2120009994 ' }))
  expect((await readProfile(services, administrator)).organisationNumber).toBe('212000-9994')
  await expect(saveProfile(services, administrator, wish({ organisationNumber: '212000-9995' }))).rejects.toMatchObject(
    {
      fields: { organisationNumber: 'check-digit' },
    },
  )
  expect((await readProfile(services, administrator)).organisationNumber).toBe('212000-9994')
  await saveProfile(services, administrator, wish())
  expect((await readProfile(services, administrator)).organisationNumber).toBeNull()
})

test('nobody but the administrator sees or changes it', async () => {
  const mas = await demoActor(services, 'mas')
  await expect(readProfile(services, mas)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(saveProfile(services, mas, wish())).rejects.toMatchObject({ code: 'not-allowed' })
})

describe('a report of an organisation with a look of its own', () => {
  const ACCENT = '7a1f3d'
  async function resolved() {
    await saveProfile(services, administrator, wish({ logo: samplePng(300, 80), alt: 'Exempelkommuns vapen' }))
    const author = await demoActor(services, 'handlaggare')
    const reportId = await demoReportOf(services, author, 'namndrapport')
    return resolveReport(services, await findReport(services.db, author, reportId, 'report.read'), { fresh: true })
  }

  it('has its colour, its logo with words and its foot in every file', async () => {
    const report = await resolved()
    const html = renderHtmlFile(report, new Map())
    expect(html).toContain(`--accent:#${ACCENT}`)
    expect(html).toContain('alt="Exempelkommuns vapen"')
    expect(html).toContain('<footer>Exempelkommun, 123 45 Exempelstad</footer>')

    const parts = docxParts(await renderDocx(report, new Map()))
    expect(parts.get('word/styles.xml')?.toLowerCase()).toContain(ACCENT)
    expect(parts.get('word/styles.xml')?.toLowerCase()).not.toContain('1f3a5f')
    expect(parts.get('word/document.xml')).toContain('descr="Exempelkommuns vapen"')
    expect([...parts].some(([name, xml]) => name.startsWith('word/footer') && xml.includes('123 45'))).toBe(true)

    const pdf = await renderPdf(report, new Map())
    expectConformant(pdf, report.report.title)
    const objects = pdfObjects(pdf)
    const figures = [...objects.values()].filter(({ dictionary }) => dictionary.includes('/S /Figure'))
    expect(figures.map(({ dictionary }) => dictionary).join()).toContain('Exempelkommuns vapen')
    const pages = await pdfText(pdf)
    for (const [index, page] of pages.entries())
      if (index > 0 || report.report.opening === 'head') expect(page).toContain('123 45 Exempelstad')
    // Colours as pdfkit writes them: shares of 255.
    const drawn = pageContents(objects).join('\n')
    const share = (hex: string) => Number.parseInt(hex, 16) / 255
    expect(drawn).toContain([share('7a'), share('1f'), share('3d')].join(' '))
    expect(drawn).not.toContain([share('1f'), share('3a'), share('5f')].join(' '))
  }, 60_000)

  it('is set in the face that was chosen, in every file', async () => {
    await saveProfile(services, administrator, wish({ typeface: 'source-serif', logo: null }))
    expect((await readProfile(services, administrator)).profile.typeface).toBe('source-serif')
    const author = await demoActor(services, 'handlaggare')
    const reportId = await demoReportOf(services, author, 'revisionssvar')
    const read = async () =>
      resolveReport(services, await findReport(services.db, author, reportId, 'report.read'), { fresh: true })
    const report = await read()
    expect(report.organisation.profile?.typeface).toBe('source-serif')
    expect(renderHtmlFile(report, new Map())).toContain('font:1.0625rem/1.6 "Source Serif 4",')
    const parts = docxParts(await renderDocx(report, new Map()))
    expect(parts.get('word/styles.xml')).toContain('w:ascii="Source Serif 4"')
    expect(parts.get('word/styles.xml')).not.toContain('IBM Plex')
    expect(parts.get('word/fontTable.xml')).toContain('<w:altName w:val="Source Serif Pro,Cambria,Georgia"/>')

    // A look from before there was a choice, and one that chose the same face, give the same bytes.
    const { typeface, ...before } = report.organisation.profile ?? {}
    const withProfile = (profile: object) =>
      ({ ...report, organisation: { ...report.organisation, profile } }) as typeof report
    const old = await renderPdf(withProfile(before), new Map())
    const plex = await renderPdf(withProfile({ ...before, typeface: 'plex-sans' }), new Map())
    expect(Buffer.from(old).equals(Buffer.from(plex))).toBe(true)
    expect(renderHtmlFile(withProfile(before), new Map())).toContain('"IBM Plex Sans","Segoe UI",system-ui,sans-serif;')
  }, 60_000)

  it('has the page number at the outer edge on paper with two sides', async () => {
    const { chromeOf } = await import('#editor/pdf/draw/chrome.ts')
    const report = await resolved()
    const { profile } = report.organisation
    if (!profile) throw new Error('it has one')
    const duplex = {
      ...report,
      organisation: { ...report.organisation, profile: { ...profile, pageFormat: 'A4-duplex' } },
    } as const
    const side = (number: number) =>
      chromeOf(duplex, number, 9)?.foot.find(({ text }) => text.startsWith('Sida'))?.align
    expect([side(3), side(4)]).toEqual(['right', 'left'])
  })
})
