import type { ResolvedReport } from '#editor/core/resolved-report.ts'
import type { ArchiveFacts, Dispatch, Person, Round } from './archive-facts.ts'
import { element, textElement, xmlBytes } from './xml.ts'

export const HANDLING_NAMESPACE = 'urn:samskrift:handling:1'

const NAMESPACES = {
  xmlns: HANDLING_NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${HANDLING_NAMESPACE} ../../schemas/handling.xsd`,
}

const personElement = (name: string, { name: who, title }: Person, ...more: (string | null)[]): string =>
  element(name, {}, textElement('namn', who), textElement('titel', title), ...more)

const signerElement = ({ capacity, state, decidedAt, ...person }: Round['signers'][number]): string =>
  personElement(
    'undertecknare',
    person,
    textElement('roll', capacity),
    textElement('lage', state),
    textElement('tid', decidedAt),
  )

const roundElement = ({ code, order, level, expected, state, startedAt, endedAt, signers }: Round): string =>
  element(
    'omgang',
    { kod: code, ordning: order, niva: level, antal: expected, lage: state, startad: startedAt, slutad: endedAt },
    ...signers.map(signerElement),
  )

const dispatchElement = ({ sentOn, audience, recipients, sha256, note }: Dispatch): string =>
  element(
    'expediering',
    { dag: sentOn, version: audience, sha256 },
    ...recipients.map(recipient => textElement('mottagare', recipient)),
    textElement('anteckning', note),
  )

/** What Dublin Core has no words for; its schema goes with the package. */
export function handlingXml({ report, board, organisation }: ResolvedReport, facts: ArchiveFacts): Uint8Array {
  const { locked, signed } = facts
  return xmlBytes(
    element(
      'handling',
      NAMESPACES,
      textElement('titel', report.title),
      textElement('diarienummer', report.diaryNumber),
      textElement('organisation', organisation.name, { nummer: organisation.number }),
      textElement('namnd', board.name),
      textElement('forvaltning', board.administration),
      textElement('typ', report.template.name, { nyckel: report.template.key, mallversion: report.template.version }),
      textElement('ar', String(report.year)),
      textElement('datum', report.date),
      textElement('version', String(facts.version)),
      element('last', { tid: locked.at, sha256: locked.sha256 }, locked.by && personElement('av', locked.by)),
      element('pdf', {
        undertecknad: signed ? 'ja' : 'nej',
        kod: signed?.code,
        niva: signed?.level,
        sha256: signed?.sha256,
      }),
      ...facts.rounds.map(roundElement),
      ...facts.dispatches.map(dispatchElement),
    ),
  )
}
