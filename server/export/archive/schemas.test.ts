import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#db/testing/test-database.ts'
import { templates } from '#templates/index.ts'
import { fillSamples } from '#templates/testing/fill-samples.ts'
import type { Actor } from '../../policies/actor.ts'
import { findReport } from '../../reports/find-report.ts'
import { resolveReport } from '../../reports/resolve-report.ts'
import { type DemoServices, demoActor, demoReportOf, demoServices } from '../../testing/demo-services.ts'
import { serviceDriver } from '../../testing/service-driver.ts'
import { renderHtmlFile } from '../render-html-file.ts'
import { canonicalText } from '../sources/source-files.ts'
import { type ArchiveContents, makeArchivePackage } from './make-archive-package.ts'
import { csipFaults, type Unpacked, unpack } from './testing/csip-faults.ts'
import { premisFaults } from './testing/premis-faults.ts'
import { sampleContents, sampleFacts, unsigned } from './testing/sample-contents.ts'
import { OWN_SCHEMAS, publishedSchemas, type Schema, schemaFaults } from './testing/schema-faults.ts'
import { xmlTree } from './testing/xml-tree.ts'

const published = process.env.SAMSKRIFT_PUBLISHED_SCHEMAS

const bytesOf = ({ files }: Unpacked, path: string): Uint8Array => files.get(path) ?? new Uint8Array()

/** By document of the package: what is wrong with it. */
function faultsBy(schemas: Record<string, Schema>, unpacked: Unpacked): Record<string, string[]> {
  const faults = Object.entries(schemas).map(([path, schema]) => [path, schemaFaults(schema, bytesOf(unpacked, path))])
  return Object.fromEntries(faults.filter(([, found]) => found?.length))
}

const handlingFaults = (unpacked: Unpacked): string[] =>
  schemaFaults(
    { text: bytesOf(unpacked, 'schemas/handling.xsd'), folder: 'schemas' },
    bytesOf(unpacked, 'metadata/descriptive/handling.xml'),
  )

function expectValid(contents: ArchiveContents): void {
  const unpacked = unpack(makeArchivePackage(contents))
  expect(faultsBy(OWN_SCHEMAS, unpacked)).toEqual({})
  expect(handlingFaults(unpacked)).toEqual([])
}

const made = (change: (contents: ArchiveContents) => void = () => {}): ArchiveContents => {
  const contents = sampleContents()
  change(contents)
  return contents
}

describe('the XML of a package', () => {
  test.each([
    ['signed and sent', () => {}],
    ['not signed', unsigned],
    [
      'without a number',
      ({ resolved }: ArchiveContents) => {
        resolved.report.diaryNumber = null
      },
    ],
    [
      'of an organisation without a number',
      ({ resolved }: ArchiveContents) => {
        delete resolved.organisation.number
      },
    ],
    [
      'locked by somebody who is gone',
      ({ facts }: ArchiveContents) => {
        facts.locked.by = null
      },
    ],
  ])('%s is valid', (_, change) => {
    expectValid(made(change))
  })

  test.skipIf(!published)('is valid by the published schemas', () => {
    const schemas = publishedSchemas(published ?? '')
    for (const contents of [made(), made(unsigned)])
      expect(faultsBy(schemas, unpack(makeArchivePackage(contents)))).toEqual({})
  })
})

describe('of every document type', () => {
  const database = testDatabase()
  let services: DemoServices
  let author: Actor
  beforeAll(async () => {
    services = await demoServices(database)
    author = await demoActor(services, 'handlaggare')
  })
  afterAll(() => services.documents.close())

  test.each(templates.map(({ key }) => key))(
    '%s is packed by the requirements and the schemas',
    async key => {
      const reportId = await demoReportOf(services, author, key)
      await fillSamples(serviceDriver(services, author, reportId))
      const row = await findReport(services.db, author, reportId, 'report.read')
      const resolved = await resolveReport(services, row, { fresh: true })
      const stored = canonicalText(resolved)
      const pdf = Buffer.from('%PDF-1.7')
      const images = new Map<string, Uint8Array>()
      const html = renderHtmlFile(resolved, images)
      const contents = { resolved, stored, images, facts: sampleFacts(stored), pdf, html }
      expectValid(contents)
      const unpacked = unpack(makeArchivePackage(contents))
      expect(csipFaults(unpacked)).toEqual([])
      expect(premisFaults(xmlTree(bytesOf(unpacked, 'metadata/preservation/premis.xml')))).toEqual([])
    },
    60_000,
  )
})

describe('the schemas find', () => {
  const METS = 'METS.xml'
  const PREMIS = 'metadata/preservation/premis.xml'
  const CORE = 'metadata/descriptive/dublin-core.xml'
  type Planted = [string, keyof typeof OWN_SCHEMAS, (xml: string) => string, RegExp]
  const planted: Planted[] = [
    ['a missing attribute', METS, xml => xml.replace(/ PROFILE="[^"]*"/, ''), /PROFILE.*required/],
    [
      'sections in another order',
      METS,
      xml => xml.replace(/(<mets:amdSec>.*<\/mets:amdSec>)(<mets:fileSec.*<\/mets:fileSec>)/s, '$2$1'),
      /fileSec.*not expected/,
    ],
    [
      'a date that does not exist',
      METS,
      xml => xml.replace(/CREATEDATE="\d{4}-\d\d-\d\d/, 'CREATEDATE="2024-02-30'),
      /CREATEDATE/,
    ],
    ['a date without a zone', METS, xml => xml.replace(/(LASTMODDATE="[^"]*)Z"/, '$1"'), /LASTMODDATE/],
    ['an id that is none', METS, xml => xml.replace(/<mets:file ID="[^"]*"/, '<mets:file ID="1 a"'), /xs:ID/],
    [
      'the same id twice',
      METS,
      xml =>
        xml.replace(/<mets:fileSec ID="[^"]*"/, `<mets:fileSec ID="${/<mets:dmdSec ID="([^"]*)"/.exec(xml)?.[1]}"`),
      /xs:ID/,
    ],
    ['a role that METS has not', METS, xml => xml.replace('ROLE="ARCHIVIST"', 'ROLE="SUBMITTER"'), /SUBMITTER/],
    ['a category that CSIP has not', METS, xml => xml.replace('TYPE="Other"', 'TYPE="OTHER"'), /OTHER.*Other/],
    ['a checksum of no kind', METS, xml => xml.replace('CHECKSUMTYPE="SHA-256"', 'CHECKSUMTYPE="SHA256"'), /SHA256/],
    ['a path that leaves the package', METS, xml => xml.replace('href="metadata', 'href="/metadata'), /href/],
    [
      'an attribute that METS has not',
      METS,
      xml => xml.replace('<mets:structMap ', '<mets:structMap KIND="x" '),
      /KIND/,
    ],
    ['an empty name', METS, xml => xml.replace(/<mets:name>[^<]*</, '<mets:name><'), /minLength/],
    [
      'parts of an event in another order',
      PREMIS,
      xml =>
        xml.replace(
          /(<premis:eventType>.*?<\/premis:eventType>)(<premis:eventDateTime>.*?<\/premis:eventDateTime>)/,
          '$2$1',
        ),
      /eventDateTime.*not expected/,
    ],
    [
      'a time that is none',
      PREMIS,
      xml => xml.replace(/eventDateTime>[^<]*/, 'eventDateTime>i går'),
      /eventDateTime.*i går/,
    ],
    [
      'a kind of object that PREMIS has not',
      PREMIS,
      xml => xml.replace('xsi:type="premis:file"', 'xsi:type="premis:fil"'),
      /'\{http:\/\/www.loc.gov\/premis\/v3\}fil'.*does not resolve/,
    ],
    ['no version', PREMIS, xml => xml.replace(' version="3.0"', ''), /version.*required/],
    ['a size that is none', PREMIS, xml => xml.replace(/<premis:size>\d+/, '<premis:size>stor'), /size/],
    ['a sixteenth element', CORE, xml => xml.replaceAll('dc:subject', 'dc:amne'), /amne/],
    ['a day that is none', CORE, xml => xml.replace(/<dc:date>[^<]*/, '<dc:date>idag'), /date/],
  ]
  test.each(planted)('%s', (_, path, plant, expected) => {
    const before = Buffer.from(bytesOf(unpack(makeArchivePackage(made())), path)).toString('utf8')
    const after = plant(before)
    expect(after).not.toBe(before)
    expect(schemaFaults(OWN_SCHEMAS[path], Buffer.from(after)).join('\n')).toMatch(expected)
  })

  test('what the schema of the handling does not have', () => {
    const unpacked = unpack(makeArchivePackage(made()))
    const path = 'metadata/descriptive/handling.xml'
    const xml = Buffer.from(bytesOf(unpacked, path)).toString('utf8')
    unpacked.files.set(path, Buffer.from(xml.replace(/<ar>\d+/, '<ar>i fjol')))
    expect(handlingFaults(unpacked).join('\n')).toMatch(/gYear/)
    unpacked.files.set(path, Buffer.from(xml.replace('nummer="212000-', 'nummer="212000')))
    expect(handlingFaults(unpacked).join('\n')).toMatch(/nummer/)
  })
})
