import { formatInstant } from '#editor/core/format-date.ts'
import type { ArchiveFacts, Dispatch, Evidence, Round } from './archive-facts.ts'
import type { PackageFile } from './package-file.ts'

/** Words of the archive package: in its metadata, and in the file that explains it. */
export const sv = {
  version: (version: number) => `Version ${version}`,
  signer: ({ capacity, name, title }: Round['signers'][number]) => `${capacity}: ${name}, ${title}`,
  locked: (name: string | null) => (name === null ? 'Låst' : `Låst av ${name}`),
  signed: 'Undertecknad av alla som skulle underteckna.',
  unsigned: 'Inte undertecknad i Samskrift. PDF-filen är framställd när arkivpaketet gjordes.',
  dispatched: ({ sentOn, recipients }: Dispatch) => `Expedierad ${sentOn} till ${recipients.join('; ')}`,
  event: {
    locked: 'Text och siffror låstes',
    started: 'Sändes för underskrift',
    seen: 'Öppnades av den som ska underteckna',
    signed: 'Undertecknades',
    failed: 'En underskrift misslyckades',
    refused: 'Underskrift nekades',
    withdrawn: 'Återkallades från underskrift',
    completed: 'Alla har undertecknat',
    reopened: 'Öppnades på nytt som nästa version',
    dispatched: 'Expedierades',
  } as Record<Evidence['kind'] | 'locked', string>,
  software: 'Samskrift',
  files: {
    pdfSigned: 'Den undertecknade handlingen (PDF/A-3a). Underskrifterna finns i filen.',
    pdfMade: 'Handlingen (PDF/A-3a), framställd ur rapport.json när paketet gjordes.',
    html: 'Samma text som tillgänglig webbsida.',
    report: (sha256: string) =>
      `Rapporten som den låstes, tecken för tecken (JSON enligt RFC 8785). Dess SHA-256 är\n  ${sha256}`,
    image: 'Bild i texten. Namnet är bildens id i rapport.json.',
  },
  readMe: (about: ReadMe) => `Arkivpaket enligt FGS Paketstruktur 2.0
(E-ARK CSIP 2.1.0 och E-ARK SIP 2.1.0)

${about.title}
Diarienummer: ${about.number ?? 'saknas'}
${about.board}, ${about.organisation}
Version ${about.facts.version}, låst ${formatInstant(about.facts.locked.at)}
${about.facts.signed ? `Undertecknad. Kontrollkod: ${about.facts.signed.code}` : 'Inte undertecknad i Samskrift.'}

HANDLINGEN

${about.data.map(({ path, description = '' }) => `${path}\n  ${description}\n`).join('')}${about.data.some(({ path }) => path.endsWith('.csv')) ? CSV : ''}
BESKRIVNING OCH BEVIS

METS.xml
  Förteckning över paketets filer med kontrollsummor (SHA-256).
metadata/descriptive/dublin-core.xml
  Beskrivning av handlingen enligt Dublin Core.
metadata/descriptive/handling.xml
  Samma beskrivning i fler fält.
schemas/handling.xsd
  Schema för handling.xml (XML Schema 1.0).
metadata/preservation/premis.xml
  Filernas format och kontrollsummor, och det som har hänt med handlingen (PREMIS 3.0).
documentation/underskrifter-och-handelser.json
  Bevis: vem som gjorde vad, när, hur personen var inloggad och filens kontrollsumma före och efter.
documentation/textens-historik.json
  Kontrollsummor för textens tillkomst: låst tillstånd (state, Yjs) och loggen över ändringar (log). Ingen text.
  Loggen är tabellen report_update i databasen: handlingens rader (report_id), med nummer (seq) från firstSeq till lastSeq.
  Loggens summa är SHA-256 över textraderna "SEQ SHA256-AV-DATA" i nummerordning, var och en avslutad med radbrytning (LF).
  SHA256-AV-DATA är summan av hela kolumnen data, 64 siffror i basen 16 med små bokstäver (0-9, a-f).
  En rad i loggen bär en eller flera ändringar, så många som kolumnen updates säger. En ensam ändring är hela data. Flera ligger
  efter varandra, var och en efter sin längd: antalet byte som heltal i LEB128 utan tecken (sju bitar i varje byte, de lägsta
  först; en byte från 128 och uppåt följs av en till). En ändring är en uppdatering i Yjs (version 1).
${about.sums}
  Kontrollsummor för alla filer utom METS.xml och den själv.

KONTROLLERA FILERNA

Öppna paketets mapp i en terminal och skriv:
  sha256sum -c ${about.sums}

Paketet speglar handlingen som den var ${about.facts.events.length || about.facts.dispatches.length ? 'efter den senaste händelsen i premis.xml och underskrifter-och-handelser.json' : 'när den låstes'}. Samma handling ger samma paket, byte för byte.

ORD I HANDLING.XML OCH JSON-FILERNA

Tider som slutar på Z är i UTC: en timme efter svensk normaltid, två efter svensk sommartid. null betyder att uppgift saknas.

${WORDS.map(([name, meaning]) => `${name}\n  ${meaning}\n`).join('')}`,
}

const of = (meanings: Record<string, string>): string =>
  Object.entries(meanings)
    .map(([word, meaning]) => `${word}: ${meaning}`)
    .join('\n  ')

const CSV = `
CSV-filerna är UTF-8 med semikolon mellan fälten och decimalkomma. Tabellerna är numrerade i den ordning de står.
`

/** What stands in English, or short. */
const WORDS: [names: string, meaning: string][] = [
  ['events, kind', of(Object.fromEntries(Object.entries(sv.event).filter(([kind]) => kind !== 'locked')))],
  ['rounds, omgang', 'En omgång: ett tillfälle då handlingen sändes för underskrift.'],
  [
    'state, lage',
    of({
      open: 'omgången pågår',
      waiting: 'har inte undertecknat än',
      signed: 'undertecknad',
      refused: 'underskrift nekad',
      withdrawn: 'återkallad',
    }),
  ],
  ['order, ordning', of({ sequence: 'en i taget, i ordning', parallel: 'alla samtidigt' })],
  ['level, niva', 'Underskriftens nivå: PAdES enligt ETSI EN 319 142-1.'],
  ['code, round, kod', 'Omgångens kontrollkod, som även står i PDF-filen.'],
  ['expected, antal', 'Hur många som skulle underteckna.'],
  ['capacity, roll', 'I vilken roll personen undertecknade.'],
  ['hashBefore, hashAfter', 'PDF-filens SHA-256 före och efter.'],
  ['authentication', 'Hur personen var inloggad: tjänst (issuer), användare (subject), nivå (acr), sätt (amr).'],
  ['id', 'Personens beteckning i Samskrift (UUID), samma i premis.xml. Två personer kan ha samma namn och titel.'],
  ['signature', 'Underskriftens certifikat och tidsstämpel. test: true gäller en provnyckel, utan rättsverkan.'],
  ['ip', 'Adressen som anropet kom från.'],
  ['dispatches, expediering', 'När och till vilka handlingen sändes ut, och den sända filens SHA-256.'],
  [
    'audience, version i expediering',
    of({ internal: 'handlingen som den är', public: 'offentlig version utan små tal' }),
  ],
]

export interface ReadMe {
  title: string
  number: string | null
  board: string
  organisation: string
  facts: ArchiveFacts
  /** With their descriptions. */
  data: Pick<PackageFile, 'path' | 'description'>[]
  /** Path of the list of checksums. */
  sums: string
}
