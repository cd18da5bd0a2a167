const count = (value: number, one: string, many: string): string =>
  value === 1 ? `1 ${one}` : `${value.toLocaleString('sv-SE')} ${many}`

const values = (value: number): string => count(value, 'värde', 'värden')

export const sv = {
  title: 'Data',
  description: 'Siffrorna som rapporterna hämtar sina tabeller från. Varje värde har kvar vägen tillbaka till sin fil.',
  import: 'Importera siffror',
  differing: 'Siffror som skiljer sig',
  kolada: 'Kolada',
  connections: 'Anslutningar',
  emptyTitle: 'Här finns inga siffror än',
  emptyText:
    'Importera en Excel- eller CSV-fil, till exempel från ett kvalitetsregister, så kan rapporterna visa siffrorna.',
  emptyTextReader: 'När någon har importerat en fil visas siffrorna här.',
  imported: 'Importen är klar',
  importedText: (fileName: string | null, written: number) => {
    const from = fileName === null ? 'den inklistrade tabellen' : `filen ${fileName}`
    return written === 0
      ? `Det fanns inga nya värden i ${from}. Inget ändrades.`
      : `${values(written)} från ${from} är sparade. Öppna rapporter visar dem redan.`
  },
  jump: 'På den här sidan',
  importedShow: 'Visa vad som ändrades',
  table: {
    caption: (source: string) => `Senaste värden från ${source}`,
    indicator: 'Indikator',
    period: 'Senaste perioden',
    origin: 'Hämtat från',
    /** Where the values of a row come from several files. */
    originOf: (values: string[], origin: string) => `${values.join(', ')}: ${origin}`,
    by: (date: string, name: string) => `${date}, ${name}`,
    missing: '–',
    missingLabel: 'uppgift saknas',
    n: (n: string) => `n = ${n}`,
    count: (shown: number, all: number) =>
      shown === all ? count(all, 'indikator', 'indikatorer') : `De ${shown} första av ${count(all, '', 'indikatorer')}`,
  },
  history: {
    title: 'Importer',
    caption: 'Importerade filer och andra ändringar, den senaste först',
    empty: 'Ingen fil är importerad än.',
    when: 'När',
    source: 'Källa',
    file: 'Hur',
    turn: 'Ångra eller gör om',
    undid: (fileName: string | null) => (fileName === null ? 'ångrade en ändring' : `ångrade filen ${fileName}`),
    undone: (name: string, when: string) => `Ångrad av ${name} ${when}`,
    who: 'Vem',
    written: 'Nya eller ändrade värden',
  },
  undo: {
    undo: 'Ångra importen',
    redo: 'Gör om',
    undone: 'Importen är ångrad',
    redone: 'Importen gäller igen',
    failed: 'Det gick inte att ångra',
    counts: (changed: number, kept: number, isRedo: boolean) =>
      [
        changed === 0
          ? 'Inget värde ändrades.'
          : `${values(changed)} är som ${isRedo ? 'importen sa' : 'före importen'}.`,
        kept > 0 && `${values(kept)} har ersatts av en senare import och är kvar.`,
      ]
        .filter(Boolean)
        .join(' '),
  },
}

export { count, values }
