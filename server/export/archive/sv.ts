import type { ArchiveFacts, Dispatch, Evidence, Round } from './archive-facts.ts'

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
  readMe: ({ title, number, board, organisation, facts }: ReadMe) => `Arkivpaket enligt FGS Paketstruktur 2.0
(E-ARK CSIP 2.1.0 och E-ARK SIP 2.1.0)

${title}
Diarienummer: ${number ?? 'saknas'}
${board}, ${organisation}
Version ${facts.version}, låst ${facts.locked.at}
${facts.signed ? `Undertecknad. Kontrollkod: ${facts.signed.code}` : 'Inte undertecknad i Samskrift.'}

METS.xml
  Förteckning över paketets filer med kontrollsummor (SHA-256).
metadata/descriptive/dublin-core.xml
  Beskrivning av handlingen enligt Dublin Core.
metadata/descriptive/handling.xml
  Samma beskrivning i fler fält, enligt schemas/handling.xsd.
metadata/preservation/premis.xml
  Filernas format och kontrollsummor, och det som har hänt med handlingen (PREMIS 3.0).
representations/rep1/data/rapport.pdf
  ${
    facts.signed
      ? 'Den undertecknade handlingen (PDF/A-3a). Underskrifterna finns i filen.'
      : 'Handlingen (PDF/A-3a), framställd ur rapport.json när paketet gjordes.'
  }
representations/rep1/data/rapport.html
  Samma text som tillgänglig webbsida.
representations/rep1/data/rapport.json
  Rapporten som den låstes, tecken för tecken (RFC 8785). Dess SHA-256 är
  ${facts.locked.sha256}
representations/rep1/data/*.csv
  Siffror och tabeller, där rapporten har sådana: UTF-8, semikolon mellan fälten, decimalkomma.
representations/rep1/data/bilder/
  Bilderna i texten, om det finns några. Namnet är bildens id i rapport.json.
documentation/underskrifter-och-handelser.json
  Bevis: vem som gjorde vad, när, hur personen var inloggad och filens kontrollsumma före och efter.
documentation/textens-historik.json
  Kontrollsummor för textens tillkomst: låst tillstånd (Yjs) och loggen över ändringar. Ingen text.
  Loggens summa är SHA-256 över raderna "NUMMER SHA256-AV-ÄNDRINGEN" i ordning, var och en avslutad med radbrytning (LF).

Paketet speglar handlingen som den var ${facts.events.length || facts.dispatches.length ? 'efter den senaste händelsen ovan' : 'när den låstes'}. Samma handling ger samma paket, byte för byte.
`,
}

export interface ReadMe {
  title: string
  number: string | null
  board: string
  organisation: string
  facts: ArchiveFacts
}
