import type { ChangeKind } from '#server/signing/verify/changes/change.ts'
import type { IntegrityFault, PadesLevel, TrustFault } from '#server/signing/verify/pdf-verdict.ts'

const people = (count: number): string => (count === 1 ? '1 person' : `${count} personer`)

interface Said {
  title: string
  text: string
}

export const sv = {
  title: 'Kontrollera en undertecknad fil',
  intro:
    'Här ser du om en undertecknad rapport är hel och oförändrad, vem som har undertecknat den och om den är utfärdad här.',
  privacy: 'Filen läses bara för det här svaret. Den sparas inte.',
  form: {
    label: 'PDF-fil att kontrollera',
    hint: 'Högst 50 MB. Du kan också dra filen hit.',
    submit: 'Kontrollera filen',
    drop: 'Släpp filen för att kontrollera den',
    sending: (percent: number) => `Skickar filen, ${percent} procent`,
    checking: 'Kontrollerar filen',
    required: 'Välj en fil först.',
    compare: 'Jämför med din fil',
    compareText: 'Välj filen som du har fått, så ser du om den är just den som utfärdades.',
  },
  code: {
    title: 'Det här utfärdades',
    label: 'Kod',
    unknownTitle: 'Koden finns inte här',
    unknownText:
      'Kontrollera att koden och adressen är rätt avskrivna. Är de det är filen inte utfärdad här. Du kan ändå kontrollera filen nedan.',
    unfinishedTitle: 'Det finns ingen färdig fil med den här koden',
    unfinishedText:
      'Alla har inte undertecknat, eller så avbröts det. Har du en fil med den här koden är den inte den färdiga. Fråga den som skickade den.',
    test: 'Underskrifterna är gjorda på prov och gäller inte.',
    later: 'Det finns en senare version av rapporten.',
    another:
      'Filen är inte den som koden står för. Den är utfärdad här, men i ett annat ärende eller en annan version.',
  },
  answer: (fileName: string) => (fileName ? `Svar om ${fileName}` : 'Svar'),
  finished: (count: number, expected: number): Said => ({
    title: `Filen är hel och oförändrad. Undertecknad av ${count} av ${expected}.`,
    text: 'Den är byte för byte den fil som utfärdades här.',
  }),
  finishedTest: (count: number, expected: number): Said => ({
    title: `Filen är oförändrad, men underskrifterna gäller inte. Undertecknad på prov av ${count} av ${expected}.`,
    text: 'De är gjorda med en testnyckel. Filen är inte undertecknad på riktigt av någon.',
  }),
  missing: (count: number, expected: number): Said => ({
    title: `Underskrifter saknas. Filen är undertecknad av ${count} av ${expected}.`,
    text: 'Det är en tidigare form av den färdiga filen. Be den som skickade den om den färdiga filen.',
  }),
  kinds: {
    unfinished: {
      title: 'Filen är inte den färdiga.',
      text: 'Den kommer härifrån, men alla har inte undertecknat, eller så avbröts det. Be den som skickade filen om den färdiga.',
    },
    'added-to': {
      title: 'Filen är ändrad efter att den utfärdades.',
      text: 'Någon har lagt till något efter underskrifterna. Lita inte på filen. Be den som skickade den om den fil som utfärdades.',
    },
    'other-file': {
      title: 'Filen är inte den som utfärdades med den här koden.',
      text: 'Den kan vara ändrad, eller en annan fil. Lita inte på den. Be den som skickade filen om den som utfärdades.',
    },
    altered: {
      title: 'Filen är ändrad efter att den undertecknades.',
      text: 'Lita inte på den. Be den som skickade filen om en ny, och kontrollera den här.',
    },
  } satisfies Record<string, Said>,
  foreign: (count: number): Said => ({
    title: `Filen är hel och oförändrad, men den är inte utfärdad här. Undertecknad av ${people(count)}.`,
    text: 'Underskrifterna håller, men vi känner inte till filen. Fråga den som står som undertecknare om den är rätt.',
  }),
  foreignUntrusted: (count: number): Said => ({
    title: `Filen är oförändrad, men det går inte att säga vem som har undertecknat. Underskrifter: ${count}.`,
    text: 'Den är inte utfärdad här, och certifikaten går inte att lita på. Vem som helst kan ha skrivit namnen. Fråga den som skickade filen.',
  }),
  problems: {
    'not-a-pdf': { title: 'Filen är ingen PDF.', text: 'Välj den PDF-fil som du har fått.' },
    'pdf-damaged': {
      title: 'Filen går inte att läsa. Den är skadad eller ändrad.',
      text: 'Hämta den igen och försök på nytt. Händer det igen ska du inte lita på filen.',
    },
    'pdf-password': {
      title: 'Filen är skyddad med lösenord och går inte att kontrollera.',
      text: 'Rapporter härifrån har aldrig lösenord. Be den som skickade filen om den som utfärdades.',
    },
    'file-too-large': { title: 'Filen är större än 50 MB.', text: 'Rapporter härifrån är mindre. Är det rätt fil?' },
    'pdf-bomb': {
      title: 'Filen kontrolleras inte.',
      text: 'Den packar upp till mer än någon rapport gör. Öppna den inte, och fråga den som skickade den.',
    },
    'no-signatures': {
      title: 'Filen är inte undertecknad av någon.',
      text: 'Den har inga underskrifter. Be den som skickade den om den undertecknade filen.',
    },
    'no-file': { title: 'Ingen fil kom fram.', text: 'Välj en fil och försök igen.' },
    'empty-file': {
      title: 'Filen är tom.',
      text: 'Den kan ha blivit fel när du hämtade den. Hämta den igen, eller be den som skickade den om en ny.',
    },
    'too-many-files': {
      title: 'Många filer har kontrollerats från din adress.',
      text: 'Vänta en minut och försök igen.',
    },
    'verify-busy': { title: 'Många kontrollerar filer just nu.', text: 'Vänta en minut och försök igen.' },
    'verify-limit': {
      title: 'Det tog för lång tid att kontrollera filen.',
      text: 'Försök igen om en stund. Händer det igen är filen ovanligt gjord: fråga den som skickade den.',
    },
    'verify-failed': {
      title: 'Det gick inte att kontrollera filen.',
      text: 'Felet är vårt. Försök igen om en stund. Det säger inget om filen.',
    },
    'no-answer': {
      title: 'Inget svar kom.',
      text: 'Kontrollera att du har kontakt med internet och försök igen.',
    },
  } as Record<string, Said>,
  facts: {
    heading: 'Rapporten',
    title: 'Titel',
    diaryNumber: 'Diarienummer',
    organisation: 'Utfärdad av',
    board: 'Nämnd',
    version: 'Version',
    at: 'Färdig',
    sha256: 'Filens kontrollsumma (SHA-256)',
    laterVersion: (version: number) => `${version}. Det finns en senare version av rapporten.`,
  },
  signers: {
    heading: 'Undertecknat av',
    notSigned: 'Har inte undertecknat i den här filen',
    loggedIn: { oidc: 'Inloggad med organisationens konto', demo: 'Demoanvändare utan lösenord' } as const,
    /** The levels of Svensk e-legitimation by their number. */
    acr: (acr: string) => `tillitsnivå ${/\/loa\/1\.0\/loa(\d)$/.exec(acr)?.[1] ?? acr}`,
    issuer: (name: string) => `Certifikat från ${name}`,
    level: (level: string) => `nivå ${level}`,
    proven: (by: string) => `Tiden är styrkt av ${by}`,
    unproven: 'Tiden är inte styrkt av någon annan',
    unknown: 'Okänd',
  },
  details: 'Detaljer',
  detail: {
    file: 'Din fil',
    size: 'Storlek',
    bytes: (count: number) => `${count.toLocaleString('sv-SE')} byte`,
    sha256: 'Kontrollsumma (SHA-256)',
    bytesAfterEnd: (count: number) =>
      `Efter filens slut ligger ${count.toLocaleString('sv-SE')} byte som inte hör dit.`,
    signature: (number: number) => `Underskrift ${number}`,
    timestamp: (number: number) => `Tidsstämpel för filen ${number}`,
    field: 'Fält',
    subject: 'Certifikat',
    issuer: 'Utfärdare',
    serial: 'Serienummer',
    validity: 'Giltigt',
    at: 'Tid',
    level: 'Nivå',
    reason: 'Skäl',
    faults: 'Fel',
    none: 'Inga fel',
  },
  levels: {
    'B-B': 'PAdES B-B: underskrift med certifikat',
    'B-T': 'PAdES B-T: även med styrkt tid',
    'B-LT': 'PAdES B-LT: även med bevis om att certifikatet gällde',
    'B-LTA': 'PAdES B-LTA: även med tidsstämpel för arkivet',
  } satisfies Record<PadesLevel, string>,
  noLevel: 'Ingen PAdES-nivå',
  integrity: {
    'byte-range': 'Underskriften täcker inte filen som den ska.',
    padding: 'Någon har skrivit i utrymmet efter underskriften.',
    encoding: 'Underskriften är skriven på ett sätt som lämnar plats för annat.',
    misplaced: 'Underskriften står inte där den gjordes.',
    'cms-damaged': 'Underskriften går inte att läsa.',
    'digest-mismatch': 'Innehållet är ändrat efter underskriften.',
    'signature-mismatch': 'Underskriften stämmer inte med certifikatet.',
    'certificate-missing': 'Certifikatet saknas i filen.',
    'signing-certificate': 'Underskriften hör inte ihop med sitt certifikat.',
    'unsupported-algorithm': 'Underskriften är gjord på ett sätt som inte längre räcker.',
    'certificate-damaged': 'Ett certifikat i filen är ändrat.',
  } satisfies Record<IntegrityFault, string>,
  trust: {
    untrusted: 'Certifikatet kommer från någon som vi inte känner till.',
    'certificate-expired': 'Certifikatet gällde inte när filen undertecknades.',
    'key-usage': 'Certifikatet får inte användas för underskrifter.',
    'certificate-revoked': 'Certifikatet är spärrat.',
    timestamp: 'Tidsstämpeln går inte att lita på.',
  } satisfies Record<TrustFault, string>,
  changes: {
    page: 'Det som visas på en sida är ändrat.',
    annotation: 'En anteckning eller något annat är lagt på en sida.',
    attachment: 'En bifogad fil är ändrad.',
    metadata: 'Titel eller andra uppgifter om filen är ändrade.',
    form: 'Ett fält är ändrat.',
    catalog: 'Hur filen öppnas eller är uppbyggd är ändrat.',
    signature: 'En underskrift som fanns är ändrad.',
    object: 'Något som filen består av är ändrat.',
    unclear: 'Det som är tillagt visas inte lika i alla program.',
  } satisfies Record<ChangeKind, string>,
  changedAfter: (number: number) => `Ändrat efter underskrift ${number}`,
}
