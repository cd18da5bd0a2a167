import type { RefusedReason } from '../collab/refused-text.ts'
import type { RefusalReason, SaveState } from '../collab/save-state.ts'
import type { ExportFormat, ExportProgress, ExportWish } from '../report-api.ts'

export const sv = {
  late: (count: number) =>
    count === 1 ? 'Ett avsnitt är försenat: se vem som har det' : `${count} avsnitt är försenade: se vilka som har dem`,
  state: {
    saved: () => 'Sparat',
    saving: () => 'Sparar…',
    stalled: () => 'Ej sparat ännu',
    offline: waiting => `Offline (${waiting} ${waiting === 1 ? 'ändring' : 'ändringar'} väntar)`,
    'no-rights': () => 'Ej behörig',
    'new-version': () => 'Ny version finns',
    locked: () => 'Låst',
  } satisfies Record<SaveState, (waiting: number) => string>,
  stateTitle: {
    stalled: 'Servern svarar men kan inte spara just nu. Det du skriver sparas så snart det går.',
    'no-rights': 'Du kan läsa men inte skriva här.',
  } as Partial<Record<SaveState, string>>,
  /** The browser keeps no copy. */
  thisTabOnly: 'bara i den här fliken',
  refused: {
    'signed-out': { title: 'Du har loggats ut', text: 'Logga in igen i den nya fliken. Anslut sedan här.' },
    'no-rights': {
      title: 'Du har inte längre rätt att se rapporten',
      text: 'Kontakta administratören om du behöver rätten.',
    },
    'unknown-report': { title: 'Rapporten finns inte längre', text: 'Den kan ha tagits bort.' },
    'old-editor': { title: 'Samskrift har uppdaterats', text: 'Ladda om sidan för att fortsätta skriva.' },
    'too-large': {
      title: 'Ändringen är för stor för att sparas',
      text: 'Kopiera det du skrev sist, ladda om sidan och klistra in det i mindre delar.',
    },
    'slow-reader': { title: 'Anslutningen är för långsam', text: 'Anslut igen när du har bättre uppkoppling.' },
    'too-fast': { title: 'För många ändringar på en gång', text: 'Vänta en stund och anslut igen.' },
    'too-many': {
      title: 'Du har för många flikar öppna',
      text: 'Stäng flikar med rapporter som du inte använder och anslut igen.',
    },
    malformed: { title: 'Anslutningen bröts av ett fel', text: 'Ladda om sidan för att fortsätta.' },
    'newer-document': {
      title: 'Rapporten är skriven i en nyare version av Samskrift',
      text: 'Servern uppdateras eller kör en äldre version. Ladda om sidan om en stund. Kontakta administratören om det inte hjälper.',
    },
  } satisfies Record<RefusalReason, { title: string; text: string }>,
  unsavedKept:
    'Det du har skrivit men som inte är sparat finns kvar i den här webbläsaren, även om du laddar om sidan.',
  unsavedHere: 'Det du har skrivit men som inte är sparat finns bara på sidan. Kopiera det innan du laddar om.',
  offlineText:
    'Ingen kontakt med servern. Det du skriver sparas i den här webbläsaren och skickas när kontakten är tillbaka.',
  offlineHere:
    'Ingen kontakt med servern, och webbläsaren kan inte spara. Det du skriver finns bara i den här fliken. Stäng den inte.',
  offlineReading: 'Ingen kontakt med servern. Du ser texten som den var senast.',
  backOnline: 'Kontakten är tillbaka.',
  signIn: 'Logga in igen',
  reconnect: 'Anslut igen',
  reload: 'Ladda om sidan',
  people: (count: number) => (count === 1 ? 'Du är ensam i rapporten' : `${count} personer i rapporten`),
  peopleMenu: 'Följ någon, eller dölj de andra',
  follow: (name: string) => `Följ ${name}`,
  unfollow: (name: string) => `Sluta följa ${name}`,
  following: (name: string) => `Du följer ${name}`,
  quiet: 'Tyst läge',
  quietHint: 'De andras markörer döljs och deras besök läses inte upp.',
  makes: 'Nästa steg',
  followUp: 'Ny rapport utifrån den här',
  make: (type: string) => `Skapa ${type.toLowerCase()}`,
  madeFrom: 'Skapad utifrån',
  word: 'Hämta text från Word',
  history: 'Historik',
  signing: 'Underskrift',
  check: 'Kontrollera',
  law: 'Lagkrav',
  lawFull: 'Se hur rapporten uppfyller lagkraven',
  export: 'Exportera',
  lock: 'Lås rapporten',
  locked: (instant: string, by: string) => `Rapporten låstes ${instant} av ${by}. Text och siffror ändras inte längre.`,
  checks: {
    title: 'Kontroll av rapporten',
    running: 'Kontrollerar…',
    again: 'Kontrollera igen',
    none: 'Inga anmärkningar. Rapporten går att låsa.',
    stop: 'Måste åtgärdas',
    warning: 'Bör ses över',
    count: (stops: number, warnings: number) =>
      [
        stops && `${stops} ${stops === 1 ? 'sak' : 'saker'} måste åtgärdas före låsning`,
        warnings && `${warnings} bör ses över`,
      ]
        .filter(Boolean)
        .join(', '),
    openAnswer: (board: string) => `Öppna svaret från ${board}`,
    goTo: (section: string) => `Gå till ${section}`,
  },
  exporting: {
    title: 'Exportera',
    step: {
      waiting: 'Väntar på sin tur',
      resolving: 'Hämtar text och siffror',
      layout: 'Bryter sidor',
      contents: 'Skriver innehållsförteckningen',
      drawing: 'Ritar sidorna',
      packing: 'Samlar arkivpaketet',
      done: 'Klar',
    } satisfies Record<ExportProgress['step'], string>,
    progress: 'Så långt har exporten kommit',
    unsaved: 'Allt som har skrivits är inte sparat än. Det som sparas sist kan saknas i filen.',
    failed: 'Det gick inte att skapa filen. Försök igen. Om det händer igen, kontakta administratören.',
    lost: 'Kontakten med servern bröts medan filen skapades. Försök igen.',
    retry: 'Försök igen',
    done: 'Filen är klar och hämtas till din dator.',
    start: 'Skapa filen',
    cancel: 'Avbryt exporten',
    preview: 'Förhandsgranska',
    download: 'Hämta filen igen',
    format: 'Format',
    formats: { pdf: 'PDF', docx: 'Word', html: 'Webbsida', archive: 'Arkivpaket (FGS 2.0)' } satisfies Record<
      ExportFormat,
      string
    >,
    archive:
      'En ZIP-fil för e-arkivet: den undertecknade handlingen om den finns, samma text som webbsida, siffrorna, vem som har undertecknat och kontrollsummor.',
    audience: 'Version',
    audiences: {
      internal: { name: 'Intern', hint: 'Alla siffror visas.' },
      public: {
        name: 'Offentlig',
        hint: 'Uppgifter om få personer tas bort, och det som annars skulle avslöja dem. Tal som är skrivna för hand står kvar.',
      },
    } satisfies Record<ExportWish['audience'], { name: string; hint: string }>,
    preflight: {
      running: 'Ser efter om allt går att skriva ut…',
      none: 'Allt i rapporten går att skriva ut som det ser ut.',
      stops: 'Filen går inte att skapa förrän detta är åtgärdat:',
      warnings: 'Se över det här innan du skickar filen vidare:',
      stop: 'Hindrar exporten',
      warning: 'Se över',
    },
    figures: 'Ta med en bilaga som visar varifrån varje siffra kommer',
    comments: 'Ta med en bilaga med kommentarerna till utkastet',
    noComments: 'Finns bara i den interna versionen.',
    locked: 'PDF, Word och webbsida härifrån är inte undertecknade. En undertecknad fil hämtar du under Underskrift.',
    draft: 'Rapporten är ett utkast. Den färdiga versionen exporteras när rapporten är låst.',
  },
  locking: {
    title: 'Lås rapporten',
    text: 'När rapporten är låst går varken text, siffror eller avsnittens uppgifter att ändra, av någon. Siffrorna ligger kvar som de är nu, även om källan får nya. Ska något ändras sedan öppnas rapporten som en ny version. Den låsta versionen finns kvar som den är.',
    stops: 'Rapporten går inte att låsa förrän detta är åtgärdat:',
    warnings: 'Det här hindrar inte låsningen, men se över det först:',
    unsaved: 'Vänta tills allt är sparat.',
    cancel: 'Avbryt',
    done: 'Rapporten är låst.',
  },
  refusedText: {
    title: {
      locked: 'Det här hann inte sparas innan rapporten låstes',
      'read-only': 'Det här hann inte sparas innan din skrivrätt togs bort',
      section: 'Det här sparades inte: avsnittet har någon annan som ansvarig',
      'section-locked': 'Det här hann inte sparas innan avsnittet låstes',
      gone: 'Det här hann inte sparas innan du förlorade tillgången till rapporten',
      'not-taken': 'Det här gick inte att spara',
      schema: 'Det här skrevs i en annan version och går inte att lägga in',
      removed: 'Det här hann inte sparas innan delen togs bort',
      cut: 'Det här klippte du ut men klistrade inte in',
    } satisfies Record<RefusedReason | 'removed', string>,
    removedPart: 'Borttagen del',
    text: 'Texten finns bara i den här webbläsaren, tills du stänger rutan. Kopiera den om du behöver den, till exempel till ett mejl.',
    cut: 'Texten står inte i rapporten längre. Kopiera den och klistra in den där den ska stå, eller stäng rutan om den skulle bort.',
    copy: 'Kopiera',
    copied: 'Kopierat.',
    dismiss: 'Stäng och släng texten',
  },
}
