import type { Typeface } from '#editor/core/typefaces.ts'

export const sv = {
  title: 'Dokumentens utseende',
  description: 'Så ser rapporterna ut när de exporteras. Det som redan är låst ändras inte.',
  notAllowedTitle: 'Du kan inte ändra utseendet',
  notAllowed: 'Det är administratören som bestämmer hur organisationens dokument ser ut.',
  accent: 'Färg på rubriker och linjer',
  accentHint: 'Skriv färgen som # och sex tecken, till exempel #1f3a5f, eller välj den i rutan.',
  picker: 'Välj färg',
  contrast: (ratio: string) => `Kontrast mot vitt: ${ratio} till 1. Minst 4,5 till 1 behövs.`,
  logo: 'Logotyp',
  logoHint: 'PNG eller JPEG, högst 512 kB. Den står överst på omslaget.',
  hasLogo: 'En logotyp är sparad.',
  removeLogo: 'Ta bort logotypen',
  alt: 'Logotypen i ord',
  altHint: 'För den som inte ser bilden, till exempel ”Exempelkommuns vapen”.',
  foot: 'Text längst ner på varje sida',
  footHint: 'Till exempel adress och organisationsnummer. Högst 160 tecken. Lämna tomt om inget ska stå.',
  typeface: 'Typsnitt',
  typefaceSample: 'Vård på lika villkor, 1\u00a0234 av 1\u00a0388',
  typefaces: {
    'plex-sans': { name: 'IBM Plex Sans', hint: 'Utan seriffer. Det som gäller när inget annat är valt.' },
    'source-sans': { name: 'Source Sans', hint: 'Utan seriffer, med öppna bokstäver. Smalare, så att mer får plats.' },
    'source-serif': { name: 'Source Serif', hint: 'Antikva, med seriffer som i en bok.' },
  } satisfies Record<Typeface, { name: string; hint: string }>,
  pageFormat: 'Papper',
  pageFormats: {
    A4: 'A4, sidnumret till höger',
    'A4-duplex': 'A4 på två sidor, sidnumret i ytterkanten',
  },
  organisationNumber: 'Organisationsnummer',
  organisationNumberHint:
    'Talar om för e-arkivet vems handlingen är. Det står i arkivpaketet och inte på sidorna. Tio siffror, till exempel 212000-9994. Lämna tomt om det inte ska vara med.',
  save: 'Spara utseendet',
  saved: 'Utseendet är sparat och gäller nästa export.',
  problems: {
    accent: {
      contrast: 'Färgen är för ljus. Text i den går inte att läsa för alla. Välj en mörkare färg.',
      'not-a-colour': 'Skriv färgen som # och sex tecken, till exempel #1f3a5f.',
    },
    foot: { 'too-long': 'Texten får vara högst 160 tecken.' },
    alt: {
      missing: 'Beskriv logotypen för den som inte ser den.',
      'too-long': 'Beskrivningen får vara högst 200 tecken.',
    },
    organisationNumber: {
      'not-a-number': 'Skriv organisationsnumret med tio siffror, till exempel 212000-9994.',
      personal: 'Det ser ut som ett personnummer. Skriv organisationens nummer. Dess tredje siffra är minst 2.',
      'check-digit': 'Någon siffra är fel: kontrollsiffran sist stämmer inte. Jämför med var ni har numret ifrån.',
    },
    logo: {
      'too-large': 'Filen är för stor. Den får vara högst 512 kB.',
      'not-an-image': 'Filen är ingen PNG eller JPEG. Välj en annan fil.',
    },
  } as Record<string, Record<string, string>>,
  preview: {
    title: 'Så här blir det',
    cover: 'Omslag',
    page: 'Sida i rapporten',
    board: 'Vård- och omsorgsnämnden',
    report: 'Kvalitetsrapport 2025',
    facts: [
      ['Diarienummer', 'VON/2026:18'],
      ['Datum', '12 februari 2026'],
    ] as const,
    heading: '1 Sammanfattning',
    text: 'Under året har arbetet för en säker vård fortsatt enligt planen.',
    pageOf: 'Sida 3 av 24',
  },
}
