import type { DocumentNode } from '#editor/core/document-node.ts'
import {
  bold,
  doc,
  grid,
  h,
  image,
  indicatorTable,
  italic,
  lineBreak,
  link,
  note,
  ol,
  p,
  quote,
  table,
  td,
  th,
  ul,
} from './nodes.ts'

export const SAMPLE_IMAGE = '6f1f6f0e-0000-4000-8000-000000000001'

const LONG =
  'Vårdgivaren ska planera, leda och kontrollera verksamheten på ett sätt som leder till att kravet på god vård i hälso- och sjukvårdslagen upprätthålls. Det förebyggande arbetet bygger på att risker upptäcks tidigt, att händelser utreds utan att skuld läggs på enskilda medarbetare och att lärdomarna sprids mellan enheterna. Under året har legitimerad personal, omvårdnadspersonal och chefer deltagit i gemensamma genomgångar där avvikelser, resultat från kvalitetsregister och synpunkter från patienter och närstående vägts samman.'

const MONTHS = [
  'Januari',
  'Februari',
  'Mars',
  'April',
  'Maj',
  'Juni',
  'Juli',
  'Augusti',
  'September',
  'Oktober',
  'November',
  'December',
]
const UNITS = ['Bergsäter', 'Ekliden', 'Fjällgården', 'Kvarnbacken', 'Sörgården', 'Åsgläntan']

/** A table over several pages: units and months, with figures under a merged head. */
const incidents = table(
  [
    th('Enhet', { rowspan: 2 }),
    th('Månad', { rowspan: 2 }),
    th('Rapporterade avvikelser', { colspan: 3 }),
    th('Utredda', { colspan: 2 }),
  ],
  [th('Läkemedel'), th('Fall'), th('Övriga'), th('Antal'), th('Andel (%)')],
  ...UNITS.flatMap((unit, u) =>
    MONTHS.map((month, m) => {
      const [a, b, c] = [(u * 7 + m * 3) % 23, (u * 11 + m * 5) % 41, (u + m) % 6]
      const done = Math.round((a + b + c) * (0.82 + ((u + m) % 5) * 0.03))
      const share = a + b + c === 0 ? '–' : ((done * 100) / (a + b + c)).toFixed(1).replace('.', ',')
      const row = [td(month), td(String(a)), td(String(b)), td(String(c)), td(String(done)), td(share)]
      return m % 6 === 0 ? [th(`${unit}, ${m === 0 ? 'första' : 'andra'} halvåret`, { rowspan: 6 }), ...row] : row
    }),
  ),
)

const plan = grid(
  ['Nr', 'Förutsättning eller fokusområde', 'Prioritering', 'Åtgärd', 'Ansvarig', 'Klart'],
  Array.from({ length: 24 }, (_, i) => [
    String(i + 1),
    [
      'En god säkerhetskultur',
      'Adekvat kunskap och kompetens',
      'Patienten som medskapare',
      'Tillförlitliga och säkra system och processer',
    ][i % 4] ?? '',
    [
      'Grundstruktur för säkerhetskulturarbete',
      'Stärka yrkeskompetens löpande',
      'Delaktighet i vårdens utvecklingsarbete',
    ][i % 3] ?? '',
    'Förvaltningsövergripande rutin tas fram, beslutas i ledningsgruppen och följs upp vid halvårsskiftet.',
    ['MAS', 'Verksamhetschef HSL', 'Enhetschef'][i % 3] ?? '',
    `2024-${String((i % 12) + 1).padStart(2, '0')}-28`,
  ]),
)

const year = (title: string, ...parts: string[]) => [p(bold(title)), ...parts.map(part => p(part))]

/** Text of the sections that say something special; the others hold running text. */
const OWN: Record<string, DocumentNode> = {
  sammanfattning: doc(
    p(
      'Nämnden redovisar arbetet med patientsäkerhet under 2023.',
      note('Patientsäkerhetslagen (2010:659), 3 kap. 10 §.'),
      ' Resultaten är i huvudsak goda, men ',
      bold('målet för utförda åtgärder'),
      ' nåddes inte inom alla områden.',
    ),
    h(4, 'De viktigaste åtgärderna'),
    ul(
      'En lokal handlingsplan för patientsäkerhet har beslutats.',
      [
        p('Rutinen för avvikelser har gjorts om:'),
        ul('utredning inom 30 dagar', 'återkoppling till den som rapporterade', [
          p('uppföljning i tre steg'),
          ol('enhet', 'område', 'nämnd'),
        ]),
      ],
      'Kollegial journalgranskning har genomförts på alla enheter.',
    ),
    h(4, 'De viktigaste resultaten'),
    p(
      'Antalet rapporterade fall ökade från 184 till 834, vilket till största delen beror på ett nytt rapporteringssystem. Andelen utredda avvikelser var 89,7 %.',
      note('Med utredd menas att händelsen är bedömd och avslutad i avvikelsesystemet.'),
    ),
    quote(
      p('”Det är först när vi vågar berätta om det som gick fel som vi kan göra det svårare att göra fel.”'),
      p(italic('Sjuksköterska, särskilt boende')),
    ),
    p(LONG),
  ),
  'systematiskt-patientsakerhetsarbete': doc(
    p('Arbetet följer ett årshjul. Figuren visar hur egenkontroll, analys och beslut hänger ihop.'),
    image(SAMPLE_IMAGE, 'Årshjul med fyra delar: planera, genomföra, följa upp och förbättra.'),
    p(LONG),
  ),
  'overgripande-mal-och-strategier': doc(
    ol('Lokal handlingsplan för patientsäkerhet', 'Fler egenkontroller', 'Dokumentation i patientjournal'),
    p(
      'Se även ',
      link('Socialstyrelsens nationella handlingsplan', 'https://patientsakerhet.socialstyrelsen.se/'),
      ' och adressen',
      lineBreak,
      'https://www.socialstyrelsen.se/kunskapsstod-och-regler/patientsakerhet/ med stöd för analys.',
    ),
  ),
  'organisation-och-ansvar': doc(
    table(
      [th('Roll'), th('Ansvar')],
      [
        th('Nämnd (vårdgivare)'),
        td('Ledningssystem finns; fastställer och följer upp kvalitetsmål; ytterst ansvarig.'),
      ],
      [th('Verksamhetschef HSL'), td('Samlat ansvar för vård enligt lag, föreskrift, riktlinje och rutin.')],
      [th('MAS'), td([p('God och säker vård.'), ul('läkemedelsrutiner', 'delegering', 'utredning enligt lex Maria')])],
    ),
  ),
  avvikelser: doc(
    p('Tabellen visar avvikelser per enhet och månad. Den går över flera sidor och huvudet upprepas.'),
    incidents,
    p(
      'Kostnaden för årets förebyggande insatser var 1\u00a0234\u00a0567 kr, en minskning med \u22122,5\u00a0procentenheter.',
    ),
  ),
  'starka-analys-larande-och-utveckling': doc(
    p('Resultaten kommer från kvalitetsregistret Senior alert.'),
    indicatorTable(
      Array.from({ length: 8 }, (_, i) => `senior-alert.${i + 1}`),
      2023,
      'Riskbedömning och åtgärder enligt Senior alert',
    ),
    h(4, 'Analys'),
    h(5, 'Trycksår'),
    p(LONG),
    h(5, 'Undernäring'),
    p(LONG),
  ),
  'mal-strategier-och-utmaningar-for-kommande-ar': doc(p('Handlingsplanen för 2024 har 24 åtgärder.'), plan),
  bilagor: doc(
    table(
      [th('Del'), th('Innehåll', { colspan: 2 })],
      [
        td('En lång cell', { rowspan: 2 }),
        td([...year('2022', LONG, LONG), ...year('2023', LONG, LONG, LONG, LONG, LONG, LONG)]),
        td('Kort'),
      ],
      [td('Andra raden'), td('2,5')],
      [td([p('Sammanhållen'), p('beskrivning')], { rowspan: 2 }), td('Första delen'), td('1')],
      [td('Andra delen'), td('2')],
    ),
  ),
}

export function sampleContent(key: string): DocumentNode {
  return OWN[key] ?? doc(p(LONG), p(LONG, note(`Källa: förvaltningens egen uppföljning (${key}).`)), p(LONG))
}
