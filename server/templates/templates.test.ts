import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import type { Template } from '#templates/template.ts'
import type { Actor } from '../policies/actor.ts'
import { createReport } from '../reports/create-report.ts'
import { listBoards } from '../reports/list-boards.ts'
import { listReports } from '../reports/list-reports.ts'
import { readStructure } from '../reports/read-structure.ts'
import { readSigning } from '../signing/read-signing.ts'
import type { Signing } from '../signing/signing.ts'
import { type DemoServices, demoActor, demoServices } from '../testing/demo-services.ts'
import { copyTemplate, exportTemplate, importTemplate, publishTemplate, readDraft, saveDraft } from './drafts.ts'
import { listOwnTemplates, templatesFor } from './list-templates.ts'

const database = testDatabase()
let services: DemoServices
let admin: Actor
let mas: Actor

beforeAll(async () => {
  services = await demoServices(database)
  admin = await demoActor(services, 'administrator')
  mas = await demoActor(services, 'mas')
})
afterAll(() => services.documents.close())

const edit = async (key: string, change: (template: Template) => Template) => {
  const { template, revision } = await readDraft(services, admin, key)
  return saveDraft(services, admin, key, { definition: change(template), revision })
}
const section = (key: string): Template['sections'][number] => ({
  key,
  level: 1,
  heading: 'Lokala mål',
  guidance: '',
  required: 'no',
  lawReferences: [],
  text: true,
  fields: [],
  rows: [],
  units: [],
})

async function report(templateKey: string): Promise<string> {
  const board = (await listBoards(services, mas)).find(choice => choice.mayCreate)
  const input = { templateKey, boardId: board?.id ?? '', year: 2024, diaryNumber: '', title: 'Egen' }
  return (await createReport(services, mas, input)).id
}

describe('an own template', () => {
  test('is copied, changed, published, and reports are made from it', async () => {
    const { key } = await copyTemplate(services, admin, 'patientsakerhetsberattelse')
    expect(key).toBe('egen-patientsakerhetsberattelse')
    await edit(key, template => ({
      ...template,
      name: 'Vår berättelse',
      sections: [...template.sections, section('lokala-mal')],
    }))
    await expect(report(key)).rejects.toMatchObject({ fields: { templateKey: 'unknown' } })
    expect(await publishTemplate(services, admin, key)).toEqual({ version: 1 })
    const id = await report(key)
    const { sections, report: about } = await readStructure(services, mas, id)
    expect(sections.at(-1)?.heading).toBe('Lokala mål')
    expect(about.templateName).toBe('Vår berättelse')
    const listed = (await listReports({ ...services, presence: { inReport: () => [] } }, mas)).filter(
      one => one.id === id,
    )
    expect(listed.map(one => one.templateName)).toEqual(['Vår berättelse'])
    expect((await templatesFor(services, mas)).at(-1)?.name).toBe('Vår berättelse')
  })

  test('a report under way keeps the version that it was made from', async () => {
    const { key } = await copyTemplate(services, admin, 'namndplan')
    await publishTemplate(services, admin, key)
    const id = await report(key)
    await edit(key, template => ({ ...template, name: 'Nytt namn', fields: [] }))
    expect(await publishTemplate(services, admin, key)).toEqual({ version: 2 })
    expect((await readStructure(services, mas, id)).report.fields.length).toBeGreaterThan(0)
    expect((await readStructure(services, mas, await report(key))).report.fields).toEqual([])
    expect(await listOwnTemplates(services, admin)).toContainEqual({
      key,
      name: 'Nytt namn',
      published: 2,
      hasDraft: true,
    })
  })

  test('loses no law reference: a section with one may be renamed and moved, not left out', async () => {
    const { key } = await copyTemplate(services, admin, 'patientsakerhetsberattelse')
    const moved = await edit(key, template => ({
      ...template,
      sections: template.sections
        .map(one => (one.key === 'avvikelser' ? { ...one, heading: 'Våra avvikelser', level: 1 as const } : one))
        .toSorted((one, other) => Number(other.key === 'avvikelser') - Number(one.key === 'avvikelser')),
    }))
    expect(moved.faults).toEqual([])
    const { faults } = await edit(key, template => ({
      ...template,
      sections: template.sections.filter(one => one.key !== 'avvikelser'),
    }))
    expect(faults.map(({ code, detail }) => [code, detail])).toEqual([
      ['law', 'Avvikelser: PSL 6:4'],
      ['law', 'Avvikelser: SOSFS 2011:9 5:5, 7:2 p.5'],
    ])
    await expect(publishTemplate(services, admin, key)).rejects.toMatchObject({ code: 'template-faults' })
  })

  test('says who is proposed to sign, and what a proposal cannot be is named', async () => {
    const { key } = await copyTemplate(services, admin, 'tjansteskrivelse')
    const propose = (capacities: string[]) =>
      edit(key, template => ({ ...template, signing: { order: 'parallel', capacities } }))
    const fault = { path: ['signing'], code: 'signers', detail: 'capacities' }
    expect((await propose(['Kvalitetschef', 'x'.repeat(81)])).faults).toEqual([fault])
    await expect(propose([])).rejects.toMatchObject({ faults: [{ path: ['signing', 'capacities'], code: 'form' }] })
    expect((await propose(['Kvalitetschef', 'MAS'])).faults).toEqual([])
    await publishTemplate(services, admin, key)
    const { proposal } = await readSigning(
      { ...services, signing: { provider: null } as Signing },
      mas,
      await report(key),
    )
    expect(proposal).toMatchObject({ order: 'parallel', signers: [{ capacity: 'Kvalitetschef' }, { capacity: 'MAS' }] })
  })

  test('two who work on it do not overwrite each other', async () => {
    const { key } = await copyTemplate(services, admin, 'samlingsunderlag')
    const { template, revision } = await readDraft(services, admin, key)
    await saveDraft(services, admin, key, { definition: { ...template, name: 'Första' }, revision })
    await expect(
      saveDraft(services, admin, key, { definition: { ...template, name: 'Andra' }, revision }),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect((await readDraft(services, admin, key)).template.name).toBe('Första')
  })
})

describe('a template file', () => {
  test('goes out and comes back the same, under a key that is free', async () => {
    const { key } = await copyTemplate(services, admin, 'namndplan')
    const file = JSON.stringify(await exportTemplate(services, admin, key))
    const { key: other } = await importTemplate(services, admin, file)
    expect(other).not.toBe(key)
    const [one, two] = [await readDraft(services, admin, key), await readDraft(services, admin, other)]
    expect({ ...two.template, key }).toEqual(one.template)
    expect(two.basedOn).toBe('namndplan')
  })

  test('that names the year in English, as files once did, is read, and goes out in Swedish', async () => {
    const { key } = await copyTemplate(services, admin, 'namndplan')
    const file = JSON.stringify(await exportTemplate(services, admin, key))
    expect(file).toContain('Utfall {år-1}')
    const { key: old } = await importTemplate(services, admin, file.replaceAll('{år', '{year'))
    const again = JSON.stringify({ ...(await exportTemplate(services, admin, old)), key })
    expect(JSON.parse(again)).toEqual(JSON.parse(file))
  })

  test('that is none is refused with the place, and leaves nothing behind', async () => {
    const before = await listOwnTemplates(services, admin)
    await expect(importTemplate(services, admin, '{')).rejects.toMatchObject({ fields: { file: 'json' } })
    const wrong = { ...(await exportTemplate(services, admin, 'namndplan')), sections: [{ ...section('a'), level: 7 }] }
    await expect(importTemplate(services, admin, JSON.stringify(wrong))).rejects.toMatchObject({
      faults: [{ path: ['sections', '0', 'level'], code: 'form' }],
    })
    const crowded = {
      ...(await exportTemplate(services, admin, 'namndplan')),
      signing: { order: 'sequence', capacities: Array(9).fill('MAS') },
    }
    await expect(importTemplate(services, admin, JSON.stringify(crowded))).rejects.toMatchObject({
      faults: [{ path: ['signing', 'capacities'], code: 'form' }],
    })
    expect(await listOwnTemplates(services, admin)).toEqual(before)
  })

  test('keeps its rules between fields, and names the place of those that do not fit together', async () => {
    const { key } = await copyTemplate(services, admin, 'internkontrollrapport')
    const template = await exportTemplate(services, admin, key)
    const { key: back } = await importTemplate(services, admin, JSON.stringify(template))
    const imported = await readDraft(services, admin, back)
    expect({ ...imported.template, key }).toEqual(template)
    expect(imported.faults).toEqual([])

    const wrong = JSON.stringify(template)
      .replace('"most":[{"field":"urvalsstorlek"', '"most":[{"field":"moment"')
      .replaceAll('"in":{"section":"uppgifter-om-kontrollen"}', '"in":{"section":"bortglomt"}')
      .replace('"rows":["vidtagen-atgard","planerad-atgard"]', '"rows":["okand"]')
    const { key: third } = await importTemplate(services, admin, wrong)
    const { faults } = await readDraft(services, admin, third)
    expect(faults).toContainEqual({
      path: ['sections', 'kontrollmoment', 'antal-avvikelser', 'most'],
      code: 'no-match',
      detail: 'Antal avvikelser, Kontrollmoment',
    })
    expect(faults).toContainEqual({
      path: ['fields', 'upprattad', 'least'],
      code: 'unknown-section',
      detail: 'bortglomt',
    })
    expect(faults).toContainEqual({
      path: ['sections', 'kontrollmoment', 'needs', '0'],
      code: 'unknown-rows',
      detail: 'okand',
    })
    await expect(publishTemplate(services, admin, third)).rejects.toMatchObject({ code: 'template-faults' })
  })
})

test('is the administrator’s alone', async () => {
  await expect(copyTemplate(services, mas, 'namndplan')).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(listOwnTemplates(services, mas)).rejects.toMatchObject({ code: 'not-allowed' })
})
