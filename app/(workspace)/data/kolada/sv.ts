import { formatInstant } from '#editor/core/format-date.ts'

export const sv = {
  title: 'Kolada',
  description: 'Kommunens och rikets nyckeltal hämtas från Kolada, varje natt eller när du vill. Källa: Kolada.',
  back: 'Till Data',
  settings: 'Vad som hämtas',
  municipality: 'Kommun',
  municipalityHint: 'Fyra siffror, till exempel 0482 för Flen. En region skrivs 00 och länskoden, till exempel 0007.',
  comparison: 'Jämför med',
  comparisonHint: '0000 för riket, en annan kommun, eller en grupp som G35. Lämna tomt för att inte jämföra.',
  kpis: 'Mått',
  kpisHint: 'Måttens id i Kolada, till exempel U21454. Ett per rad, eller skilda åt med komma.',
  years: 'Antal år',
  yearsHint: 'Så många år bakåt, i år inräknat.',
  nightly: 'Hämta varje natt',
  nightlyHint: 'Mellan klockan 1 och 5. Bara det som är nytt eller ändrat i Kolada hämtas då.',
  save: 'Spara',
  saved: 'Sparat',
  problems: {
    municipality: 'Skriv fyra siffror, till exempel 0482.',
    comparison: 'Skriv fyra siffror eller G och siffror, eller lämna tomt.',
    kpis: 'Skriv minst ett och högst 500 id, vart och ett med en bokstav och fem siffror, som U21454.',
    years: 'Skriv ett tal från 1 till 30.',
  } as Record<string, string>,
  fetch: {
    title: 'Hämtning',
    now: 'Hämta nu',
    starting: 'Frågar Kolada…',
    progress: (done: number, total: number) => `${done} av ${total} frågor besvarade`,
    storing: 'Sparar…',
    done: 'Hämtningen är klar',
    written: (count: number) =>
      count === 0
        ? 'Inget var nytt. Inget ändrades.'
        : count === 1
          ? '1 värde är nytt eller ändrat. Öppna rapporter visar det redan.'
          : `${count.toLocaleString('sv-SE')} värden är nya eller ändrade. Öppna rapporter visar dem redan.`,
    gone: (ids: string[]) => `Finns inte i Kolada: ${ids.join(', ')}.`,
    failed: 'Hämtningen gick inte',
    noAnswer: 'Servern svarade inte. Hämtningen kan ändå ha blivit klar: ladda om sidan.',
    never: 'Inget är hämtat än.',
    success: (at: string) => `Senast hämtat ${formatInstant(at)}.`,
    notWithThese: 'Inget är hämtat med de här inställningarna än.',
    error: (at: string) => `Hämtningen ${formatInstant(at)} gick inte`,
    next: (at: string) => `Hämtas av sig självt nästa gång ${formatInstant(at)}.`,
    notNightly: 'Hämtas inte av sig självt.',
  },
  kpiTable: {
    title: 'Mått som är valda',
    caption: 'Valda mått',
    id: 'Id',
    name: 'Namn i Kolada',
    state: 'Läge',
    here: 'Hämtas',
    retired: 'Utgått mått',
    unknown: 'Inte hämtat än',
    missing: 'Finns inte i Kolada',
  },
  readOnlyTitle: 'Du kan inte ändra hämtningen',
  readOnly: 'MAS, MAR, ekonomer och administratörer ställer in vad som hämtas från Kolada.',
}
