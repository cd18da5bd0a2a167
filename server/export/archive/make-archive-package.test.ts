import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import { sha256Hex } from '../../sha256.ts'
import { type ArchiveContents, makeArchivePackage } from './make-archive-package.ts'
import { csipFaults, type Unpacked, unpack } from './testing/csip-faults.ts'
import { premisFaults } from './testing/premis-faults.ts'
import { sampleContents, unsigned } from './testing/sample-contents.ts'
import { at, type XmlNode, xmlTree } from './testing/xml-tree.ts'

const found = (program: string): boolean =>
  (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, program)))

const text = ({ files }: Unpacked, path: string): string => Buffer.from(files.get(path) ?? '').toString('utf8')
const made = (change: (contents: ArchiveContents) => void = () => {}): Unpacked => {
  const contents = sampleContents()
  change(contents)
  return unpack(makeArchivePackage(contents))
}

function withoutNumber({ resolved }: ArchiveContents): void {
  resolved.report.diaryNumber = null
}

function withoutOrganisationNumber({ resolved }: ArchiveContents): void {
  delete resolved.organisation.number
}

function withoutPictures(contents: ArchiveContents): void {
  contents.images = new Map()
}

const agentsOf = (unpacked: Unpacked) => {
  const root = xmlTree(unpacked.files.get('metadata/preservation/premis.xml') ?? new Uint8Array())
  const only = (agent: XmlNode, name: string) => at(agent, `premis:${name}`)[0]
  return at(root, 'premis:agent').map(agent => ({
    identifier: only(agent, 'agentIdentifier')?.children.map(node => node.text),
    name: only(agent, 'agentName')?.text,
    type: only(agent, 'agentType')?.text,
  }))
}

describe('an archive package', () => {
  test.each([
    ['signed and sent', () => {}],
    ['not signed', unsigned],
    ['without a number', withoutNumber],
    ['of an organisation without a number', withoutOrganisationNumber],
  ])('%s meets every requirement', (_, change) => {
    expect(csipFaults(made(change))).toEqual([])
  })

  test('follows PREMIS, and says what happened, who did it and what each file is', () => {
    const root = xmlTree(made().files.get('metadata/preservation/premis.xml') ?? new Uint8Array())
    expect(premisFaults(root)).toEqual([])
    const types = at(root, 'premis:event', 'premis:eventType').map(node => node.text)
    const signature = 'digital signature generation'
    expect(types).toEqual(['locked', 'started', signature, 'failed', signature, 'completed'])
    expect(at(root, 'premis:agent', 'premis:agentName').map(node => node.text)).toEqual([
      'Karin Ek, MAS',
      'Exempelkommun & <bolag>',
      'Olle Å. <Berg> & Söner, Ordförande',
      'Samskrift',
    ])
  })

  test('takes two people with the same name and title for two', () => {
    const other = { id: '0b6a2f4e-0c4f-4d2e-9a3c-1f5b7a9d0003', name: 'Karin Ek', title: 'MAS' }
    const unpacked = made(({ facts }) => {
      const [started] = facts.events
      if (started) started.person = other
    })
    const root = xmlTree(unpacked.files.get('metadata/preservation/premis.xml') ?? new Uint8Array())
    expect(premisFaults(root)).toEqual([])
    const karins = agentsOf(unpacked).filter(({ name }) => name === 'Karin Ek, MAS')
    expect(karins.map(({ identifier }) => identifier)).toEqual([
      ['UUID', '0b6a2f4e-0c4f-4d2e-9a3c-1f5b7a9d0001'],
      ['UUID', other.id],
    ])
    const [locked, started] = at(root, 'premis:event').map(event =>
      at(event, 'premis:linkingAgentIdentifier', 'premis:linkingAgentIdentifierValue').map(node => node.text),
    )
    expect(locked).toContain('0b6a2f4e-0c4f-4d2e-9a3c-1f5b7a9d0001')
    expect(started).toEqual([other.id])
    const [event] = JSON.parse(text(unpacked, 'documentation/underskrifter-och-handelser.json')).events
    expect(event.person).toEqual(other)
  })

  test('says whose it is by the organisationsnummer, where that is known', () => {
    const codes = (unpacked: Unpacked) =>
      at(xmlTree(unpacked.files.get('METS.xml') ?? new Uint8Array()), 'mets:metsHdr', 'mets:agent').map(agent => [
        agent.attributes.ROLE,
        at(agent, 'mets:note')
          .filter(({ attributes }) => attributes['csip:NOTETYPE'] === 'IDENTIFICATIONCODE')
          .map(node => node.text),
      ])
    const handling = (unpacked: Unpacked) =>
      at(xmlTree(unpacked.files.get('metadata/descriptive/handling.xml') ?? new Uint8Array()), 'organisation')[0]
    expect(codes(made())).toEqual([
      ['CREATOR', []],
      ['ARCHIVIST', ['ORG:2120009994']],
      ['CREATOR', ['ORG:2120009994']],
    ])
    expect(handling(made())).toMatchObject({ attributes: { nummer: '212000-9994' }, text: 'Exempelkommun & <bolag>' })
    expect(agentsOf(made()).find(({ type }) => type === 'organization')).toMatchObject({
      identifier: ['organisationsnummer', '212000-9994'],
      name: 'Exempelkommun & <bolag>',
    })
    expect(text(made(), 'documentation/las-mig.txt')).toContain('Exempelkommun & <bolag> (212000-9994)\n')

    const without = made(withoutOrganisationNumber)
    expect(codes(without).map(([, notes]) => notes)).toEqual([[], [], []])
    expect(handling(without)).toMatchObject({ attributes: {}, text: 'Exempelkommun & <bolag>' })
    expect(agentsOf(without).find(({ type }) => type === 'organization')?.identifier).toEqual(['local', 'organisation'])
    expect(text(without, 'documentation/las-mig.txt')).toContain('Exempelkommun & <bolag>\n')
  })

  test('says of the lock that it was of the text, and of the rest that it was of the file', () => {
    const root = xmlTree(made().files.get('metadata/preservation/premis.xml') ?? new Uint8Array())
    const of = (name: string) => at(root, 'premis:event', name).flatMap(node => node.children.at(-1)?.text ?? [])
    const [locked, ...others] = of('premis:linkingObjectIdentifier')
    expect(locked).toBe('representations/rep1/data/rapport.json')
    expect(new Set(others)).toEqual(new Set(['representations/rep1/data/rapport.pdf']))
    expect(of('premis:eventOutcomeInformation')[0]).toBe(`SHA-256 ${sampleContents().facts.locked.sha256}`)
  })

  test('explains every file that it holds, and each word of the evidence that is not Swedish', () => {
    const unpacked = made()
    const lines = text(unpacked, 'documentation/las-mig.txt').split('\n')
    const unexplained = [...unpacked.files.keys()].filter(path => !lines[lines.indexOf(path) + 1]?.startsWith('  '))
    expect(unexplained).toEqual(['documentation/las-mig.txt'])
    expect(lines.join()).toContain('Tabellen under ”')
    expect(lines.join()).not.toContain('undefined')
    const explained = new Set(lines.join(' ').match(/[\w-]+/g))
    const evidence = text(unpacked, 'documentation/underskrifter-och-handelser.json')
    const words = [...evidence.matchAll(/"(?:kind|state|order|audience)": "(\w+)"/g)].map(([, word]) => word)
    expect(words.length).toBeGreaterThan(5)
    expect(words.filter(word => !explained.has(word ?? ''))).toEqual([])
  })

  test('tells Swedish time to people', () => {
    expect(text(made(), 'documentation/las-mig.txt')).toContain('låst 2024-01-24 09:15\n')
  })

  test('holds the locked text as it was stored, the signed file, pictures and tables', () => {
    const { stored, facts } = sampleContents()
    const unpacked = made()
    const data = 'representations/rep1/data'
    expect(text(unpacked, `${data}/rapport.json`)).toBe(stored)
    expect(sha256Hex(unpacked.files.get(`${data}/rapport.json`) ?? new Uint8Array())).toBe(facts.locked.sha256)
    expect(text(unpacked, `${data}/rapport.pdf`)).toBe('%PDF-1.7 signed')
    const names = [...unpacked.files.keys()]
      .filter(path => path.startsWith(data))
      .map(path => path.slice(data.length + 1))
    expect(names).toContain('siffror.csv')
    expect(names.some(name => /^tabell-.*\.csv$/.test(name))).toBe(true)
    expect(names.some(name => /^bilder\/.*\.png$/.test(name))).toBe(true)
    expect(text(made(unsigned), `${data}/rapport.pdf`)).toBe('%PDF-1.7 made now')
  })

  test('says whether it is signed, by whom and in what role, and to whom it was sent', () => {
    const core = (unpacked: Unpacked, name: string) =>
      at(xmlTree(unpacked.files.get('metadata/descriptive/dublin-core.xml') ?? new Uint8Array()), name).map(
        node => node.text,
      )
    expect(core(made(), 'dc:contributor')).toEqual([
      'Vård- och omsorgsförvaltningen',
      'Föredragande: Karin Ek, MAS',
      'Ordförande: Olle Å. <Berg> & Söner, Ordförande',
    ])
    expect(core(made(), 'dc:identifier')).toEqual(['VON/2024:18', made().folder])
    expect(core(made(), 'dc:description')).toEqual([
      'Version 2',
      'Undertecknad av alla som skulle underteckna.',
      'Expedierad 2024-01-26 till IVO; Kommunens revisorer',
    ])
    expect(core(made(unsigned), 'dc:description')[1]).toContain('Inte undertecknad')
    expect(text(made(unsigned), 'documentation/las-mig.txt')).toContain('framställd ur rapport.json')
  })

  test('keeps the evidence and the digest of the history, without any of the text', () => {
    const unpacked = made()
    const { facts } = sampleContents()
    const { version, locked, rounds, events, dispatches } = facts
    expect(JSON.parse(text(unpacked, 'documentation/underskrifter-och-handelser.json'))).toEqual(
      JSON.parse(JSON.stringify({ version, locked, rounds, events, dispatches })),
    )
    expect(JSON.parse(text(unpacked, 'documentation/textens-historik.json'))).toEqual(facts.history)
  })

  test('does not lose a picture in silence', () => {
    expect(() => made(withoutPictures)).toThrow('is gone')
  })
})

describe('the same package', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test('is the same bytes, wherever it is made', () => {
    const [first, ...others] = ['UTC', 'America/New_York', 'Asia/Tokyo'].map(name => {
      process.env.TZ = name
      return sha256Hex(makeArchivePackage(sampleContents()))
    })
    expect(new Set([new Date(2024, 5, 1).getTimezoneOffset()])).toEqual(new Set([-540]))
    expect(others).toEqual([first, first])
  })
})

describe('the check itself', () => {
  const planted: [string, (mets: string) => string, RegExp][] = [
    ['another id', mets => mets.replace('OBJID="samskrift', 'OBJID="annan'), /CSIP1,.*CSIP86/],
    ['no kind of package', mets => mets.replace('csip:OAISPACKAGETYPE="SIP"', ''), /SIP4/],
    ['a wrong checksum', mets => mets.replace(/CHECKSUM="..../, 'CHECKSUM="0000'), /checksum/],
    ['a file that is not there', mets => mets.replace('rapport.html"', 'saknas.html"'), /CSIP79.*every file/],
    ['no version of the software', mets => mets.replace(' csip:NOTETYPE="SOFTWARE VERSION"', ''), /CSIP16/],
    ['a category of no vocabulary', mets => mets.replace('TYPE="Other"', 'TYPE="OTHER"'), /CSIP2/],
    ['a category that is not said', mets => mets.replace(/ csip:OTHERTYPE="[^"]*"/, ''), /CSIP3/],
    ['no date of the last change', mets => mets.replace(/ LASTMODDATE="[^"]*"/, ''), /CSIP8/],
    [
      'a note of the wrong kind',
      mets =>
        mets.replace(
          /(ROLE="ARCHIVIST".*?)<\/mets:agent>/,
          '$1<mets:note csip:NOTETYPE="X">1</mets:note></mets:agent>',
        ),
      /SIP14/,
    ],
    ['two who send', mets => mets.replace('ROLE="ARCHIVIST"', 'ROLE="CREATOR"'), /SIP9.*SIP15/],
    ['PREMIS by another name', mets => mets.replace('MDTYPE="PREMIS"', 'MDTYPE="OTHER"'), /CSIP32/],
    [
      'a description elsewhere',
      mets => mets.replace('metadata/descriptive/handling', 'metadata/other/handling'),
      /CSIPSTR7/,
    ],
    ['a file without provenance', mets => mets.replace(/ ADMID="[^"]*" sip:/, ' sip:'), /CSIP74/],
    ['a registry without a key', mets => mets.replace(/ sip:FORMATREGISTRYKEY="[^"]*"/, ''), /SIP34/],
    ['no schemas', mets => mets.replace('USE="Schemas"', 'USE="Annat"'), /CSIP113/],
    [
      'the same id twice',
      mets => mets.replace(/(<mets:dmdSec ID=")[^"]+(.*?<mets:dmdSec ID=")([^"]+)/, '$1$3$2$3'),
      /unique/,
    ],
    ['a division that leads nowhere', mets => mets.replace(/FILEID="[^"]+"/, 'FILEID="id-0"'), /CSIP93/],
  ]
  test.each(planted)('finds %s', (_, plant, expected) => {
    const unpacked = made()
    const before = text(unpacked, 'METS.xml')
    const after = plant(before)
    expect(after).not.toBe(before)
    unpacked.files.set('METS.xml', Buffer.from(after))
    expect(csipFaults(unpacked).join()).toMatch(expected)
  })

  test('finds a folder beside that of the package', () => {
    const zip = zipSync({ ...unzipSync(makeArchivePackage(sampleContents())), 'annat/mer.txt': Buffer.from('?') })
    expect(csipFaults(unpack(zip))).toEqual(['CSIPSTR4: METS.xml'])
  })

  test('finds a file that METS does not name, and one that was changed', () => {
    const unpacked = made()
    unpacked.files.set('documentation/mer.txt', Buffer.from('?'))
    unpacked.files.set('representations/rep1/data/rapport.html', Buffer.from('<html>'))
    expect(csipFaults(unpacked)).toEqual(['CSIP69: size', 'CSIP71: checksum', 'every file is named, once'])
  })

  test('finds who is named in PREMIS and is not there, and what has the name of another', () => {
    const root = xmlTree(made().files.get('metadata/preservation/premis.xml') ?? new Uint8Array())
    const [event] = at(root, 'premis:event')
    if (event) root.children.push(event)
    expect(premisFaults(root)).toEqual(['event identifiers'])
    root.children = root.children.filter(({ name }) => name !== 'premis:agent')
    expect(premisFaults(root).length).toBeGreaterThan(3)
  })
})

describe('other programs', () => {
  const run = (cwd: string, program: string, ...options: string[]): string =>
    execFileSync(program, options, { cwd, stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } }).toString()

  test.skipIf(!found('unzip') || !found('sha256sum'))('unpack it, and find that each file is as it was packed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samskrift-package-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const zip = makeArchivePackage(sampleContents())
    const { folder: name, files } = unpack(zip)
    writeFileSync(join(folder, 'paket.zip'), zip)
    run(folder, 'unzip', 'paket.zip')
    const check = () => run(join(folder, name), 'sha256sum', '-c', 'documentation/kontrollsummor.txt')
    expect(check().trim().split('\n').sort()).toEqual(
      [...files.keys()]
        .filter(path => !/METS\.xml|kontrollsummor/.test(path))
        .map(path => `${path}: OK`)
        .sort(),
    )
    writeFileSync(join(folder, name, 'representations/rep1/data/rapport.html'), 'annat')
    expect(check).toThrow('did NOT match')
  })
})
