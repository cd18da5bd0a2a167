import type { TemplateTexts } from '../template.ts'

export const sv: TemplateTexts = {
  name: 'Patientsäkerhetsberättelse',
  description: 'Vårdgivarens årliga redovisning enligt patientsäkerhetslagen, klar senast den 1 mars.',
  title: year => `Patientsäkerhetsberättelse ${year}`,
  sections: {
    inledning: { heading: 'Inledning', guidance: 'Kort om syfte, mall och handlingsplan; standardtext' },
    sammanfattning: {
      heading: 'Sammanfattning',
      guidance: 'Läget i stort, viktigaste åtgärder (3–8), viktigaste resultat, blick framåt',
    },
    'grundlaggande-forutsattningar-for-saker-vard': {
      heading: 'Grundläggande förutsättningar för säker vård',
      guidance: 'Ramtext plus fyra delar',
    },
    'systematiskt-patientsakerhetsarbete': {
      heading: 'Systematiskt patientsäkerhetsarbete',
      guidance: 'Struktur, årshjul, figur med alt-text',
    },
    'engagerad-ledning-och-tydlig-styrning': {
      heading: 'Engagerad ledning och tydlig styrning',
      guidance: 'Nuläge och behov',
    },
    'overgripande-mal-och-strategier': {
      heading: 'Övergripande mål och strategier',
      guidance: 'Mål för året, status per mål',
    },
    'organisation-och-ansvar': { heading: 'Organisation och ansvar', guidance: 'Ansvar per roll (bilaga)' },
    'samverkan-for-att-forebygga-vardskador': {
      heading: 'Samverkan för att förebygga vårdskador',
      guidance: 'Forum, syfte, resultat (bilaga)',
    },
    informationssakerhet: {
      heading: 'Informationssäkerhet',
      guidance:
        'Fem delar: uppföljningar, riskanalyser, åtgärder, utvärdering av skydd mot olovlig åtkomst, granskning av journalföring',
    },
    stralskydd: { heading: 'Strålskydd', guidance: 'Ej tillämpligt-val med motivering' },
    'en-god-sakerhetskultur': { heading: 'En god säkerhetskultur', guidance: 'Mätning, insatser' },
    'adekvat-kunskap-och-kompetens': { heading: 'Adekvat kunskap och kompetens', guidance: 'Bemanning, utbildning' },
    'patienten-som-medskapare': {
      heading: 'Patienten som medskapare',
      guidance: 'Delaktighet för patient och närstående',
    },
    'agera-for-saker-vard': { heading: 'Agera för säker vård', guidance: 'Fem fokusområden' },
    egenkontroll: {
      heading: 'Egenkontroll',
      guidance: 'Tabell egenkontroll per fokusområde; omfattning, frekvens, källa',
    },
    'oka-kunskap-om-intraffade-vardskador': {
      heading: 'Öka kunskap om inträffade vårdskador',
      guidance: 'Utredda händelser, lex Maria (antal)',
    },
    avvikelser: { heading: 'Avvikelser', guidance: 'Antal och andel utredda per kategori, jämförelse, analys' },
    'externa-avvikelser': { heading: 'Externa avvikelser', guidance: 'In- och utgående per motpart, besvarade' },
    'tillforlitliga-och-sakra-system-och-processer': {
      heading: 'Tillförlitliga och säkra system och processer',
      guidance: 'Processer, rutiner, delegering',
    },
    'saker-vard-har-och-nu': { heading: 'Säker vård här och nu', guidance: 'Läkemedelsgranskning, hygienrond' },
    riskhantering: { heading: 'Riskhantering', guidance: 'Riskanalyser: antal, åtgärder' },
    'starka-analys-larande-och-utveckling': {
      heading: 'Stärka analys, lärande och utveckling',
      guidance: 'Kvalitetsregister med indikatorblock',
    },
    'klagomal-och-synpunkter': { heading: 'Klagomål och synpunkter', guidance: 'Antal, teman, åtgärder; små tal' },
    'oka-riskmedvetenhet-och-beredskap': {
      heading: 'Öka riskmedvetenhet och beredskap',
      guidance: 'Resiliens, störningar',
    },
    'mal-strategier-och-utmaningar-for-kommande-ar': {
      heading: 'Mål, strategier och utmaningar för kommande år',
      guidance: 'Handlingsplan: förutsättning, prioritering, åtgärd, ansvarig, klart',
    },
    bilagor: { heading: 'Bilagor', guidance: 'Begrepp, organisation, samverkan' },
  },
}
