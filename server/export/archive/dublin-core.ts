import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { ArchiveFacts } from './archive-facts.ts'
import { sv } from './sv.ts'
import { element, textElement, xmlBytes } from './xml.ts'

const NAMESPACES = {
  'xmlns:oai_dc': 'http://www.openarchives.org/OAI/2.0/oai_dc/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': 'http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
}

const signersOf = ({ rounds }: ArchiveFacts): string[] =>
  rounds
    .filter(({ state }) => state === 'signed')
    .flatMap(({ signers }) => signers.filter(({ state }) => state === 'signed').map(sv.signer))

/** The handling by the fifteen elements of Dublin Core 1.1, for every archive system. */
export function dublinCore(
  { report, board, organisation }: ResolvedReport,
  packageId: string,
  facts: ArchiveFacts,
): Uint8Array {
  const parts: [string, string | null][] = [
    ['dc:title', report.title],
    ['dc:creator', board.name],
    ['dc:subject', report.template.name],
    ['dc:description', sv.version(facts.version)],
    ['dc:description', facts.signed ? sv.signed : sv.unsigned],
    ...facts.dispatches.map((sent): [string, string] => ['dc:description', sv.dispatched(sent)]),
    ['dc:publisher', organisation.name],
    ['dc:contributor', board.administration || null],
    ...signersOf(facts).map((signer): [string, string] => ['dc:contributor', signer]),
    ['dc:date', report.date],
    ['dc:type', 'Text'],
    ['dc:identifier', report.diaryNumber],
    ['dc:identifier', packageId],
    ['dc:language', 'sv'],
    ['dc:coverage', String(report.year)],
  ]
  return xmlBytes(element('oai_dc:dc', NAMESPACES, ...parts.map(([name, text]) => textElement(name, text))))
}
