/** The commonest names of people in Sweden (SCB, name statistics), enough of them to recognise a list of people. */
const GIVEN = new Set(
  `maria elisabeth anna kristina margareta eva linnea karin birgitta marie ingrid sofia marianne kerstin lena helena
  inger johanna anette emma ulla anita ingegerd elin sara susanne monica katarina jenny hanna louise viktoria
  gunilla charlotte camilla irene linda carina ida barbro malin julia åsa matilda berit pia therese agneta siv alice
  lovisa amanda britt jessica ellen frida yvonne ann annika caroline gun cecilia nina emelie astrid maja klara
  ebba wilma olivia agnes alva saga vera ella lilly fatima mona gunnel gerd solveig majken rut sonja märta svea vanja
  erik lars karl anders johan per nils carl mikael jan hans peter olof fredrik sven bengt gustav daniel bo
  gunnar alexander niklas magnus göran stefan björn leif mattias jonas thomas martin andreas ulf rolf christer
  john robert marcus david henrik kjell roger emil håkan oskar simon tommy jonathan sebastian patrik hugo viktor
  elias william oliver lucas axel filip anton adam mohammed ahmed ali kent stig arne bertil åke rune roland tobias
  lennart ingvar kurt torsten tomas joakim joel linus ludvig max rasmus isak theo leo noah liam charlie`
    .split(/\s+/)
    .filter(Boolean),
)

const NAME =
  /^\p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}[\p{Ll}’'-]*\.?){0,2} \p{Lu}[\p{Ll}’']+(?:-\p{Lu}\p{Ll}+)?$/u
const TURNED = /^(\p{Lu}[\p{Ll}’'-]+(?:-\p{Lu}\p{Ll}+)?), ?(\p{Lu}.+)$/u

/** Whether a cell looks like "Förnamn Efternamn" or "Efternamn, Förnamn". Names of places and units do not. */
export function looksLikeName(cell: string): boolean {
  const text = cell.trim().replace(/\s+/g, ' ')
  if (text.length < 5 || text.length > 60) return false
  const name = text.replace(TURNED, '$2 $1')
  if (!NAME.test(name)) return false
  const [given = ''] = name.toLowerCase().split(/[ -]/)
  return GIVEN.has(given)
}

/** Headers of columns that are about single people, whatever stands in them. */
const ALWAYS =
  /^(?:person_?n(?:umme)?r|pnr|personnummer_.*|samordningsn(?:umme)?r|for_?namn|efter_?namn|(?:patient|brukare|klient|elev|medarbetar|anstalld)(?:ens|ns|s|_)?_?namn)$/
/** Headers that say it where the cells do too. */
const PERHAPS =
  /(?:^|_)(?:namn|patient|patienter|brukare|klient|elev|handlaggare|kontaktperson|anhorig|medarbetare|anstalld|vardtagare)(?:_|$)/

/** What a column's name says of people; null where it says nothing. */
export function headerHint(name: string): 'always' | 'perhaps' | null {
  if (ALWAYS.test(name)) return 'always'
  return PERHAPS.test(name) ? 'perhaps' : null
}

/** Headers of columns of ten digits that are no person numbers. */
export const isPhoneHeader = (name: string): boolean => /(?:^|_)(?:tele?fon|tfn|tel|mobil)/.test(name)
