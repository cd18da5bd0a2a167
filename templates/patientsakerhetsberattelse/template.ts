import type { Template } from '../template.ts'
import { sv } from './sv.ts'

/**
 * The yearly patient-safety report: patientsäkerhetslagen (2010:659, PSL) 3 kap. 9 and 10 §§ and SOSFS 2011:9 7 kap.
 * The vårdgivare has it ready by 1 March, for the calendar year before.
 */
export const patientsakerhetsberattelse: Template = {
  key: 'patientsakerhetsberattelse',
  version: 1,
  legalDeadline: year => `${year + 1}-03-01`,
  sections: [
    { key: 'inledning', level: 1, required: 'no', lawReferences: ['PSL 3:10', 'SOSFS 2011:9 7:3'] },
    { key: 'sammanfattning', level: 1, required: 'yes', lawReferences: ['PSL 3:10'] },
    { key: 'grundlaggande-forutsattningar-for-saker-vard', level: 1, required: 'yes', lawReferences: [] },
    { key: 'systematiskt-patientsakerhetsarbete', level: 2, required: 'no', lawReferences: ['SOSFS 2011:9 3 kap.'] },
    { key: 'engagerad-ledning-och-tydlig-styrning', level: 2, required: 'yes', lawReferences: [] },
    {
      key: 'overgripande-mal-och-strategier',
      level: 3,
      required: 'yes',
      lawReferences: ['PSL 3:1', 'SOSFS 2011:9 3:1–3'],
    },
    {
      key: 'organisation-och-ansvar',
      level: 3,
      required: 'yes',
      lawReferences: ['PSL 3:1, 3:9', 'SOSFS 2011:9 7:2 p.1'],
    },
    {
      key: 'samverkan-for-att-forebygga-vardskador',
      level: 3,
      required: 'yes',
      lawReferences: ['SOSFS 2011:9 4:6, 7:2 p.3'],
    },
    { key: 'informationssakerhet', level: 3, required: 'yes', lawReferences: ['HSLF-FS 2016:40 7:1'] },
    { key: 'stralskydd', level: 3, required: 'conditional', lawReferences: ['SSMFS 2018:5 3:13'] },
    { key: 'en-god-sakerhetskultur', level: 2, required: 'yes', lawReferences: [] },
    { key: 'adekvat-kunskap-och-kompetens', level: 2, required: 'yes', lawReferences: [] },
    { key: 'patienten-som-medskapare', level: 2, required: 'yes', lawReferences: ['PSL 3:4'] },
    {
      key: 'agera-for-saker-vard',
      level: 1,
      required: 'yes',
      lawReferences: ['SOSFS 2011:9 5:2, 5:7–8, 7:2 p.2', 'PSL 3:10'],
    },
    { key: 'egenkontroll', level: 2, required: 'yes', lawReferences: ['SOSFS 2011:9 5:2, 5:7–8, 7:2 p.2', 'PSL 3:10'] },
    {
      key: 'oka-kunskap-om-intraffade-vardskador',
      level: 2,
      required: 'yes',
      lawReferences: ['PSL 3:3', 'HSLF-FS 2017:40 3:1', 'SOSFS 2011:9 7:2 sista st.'],
    },
    { key: 'avvikelser', level: 3, required: 'yes', lawReferences: ['PSL 6:4', 'SOSFS 2011:9 5:5, 7:2 p.5'] },
    { key: 'externa-avvikelser', level: 3, required: 'no', lawReferences: [] },
    { key: 'tillforlitliga-och-sakra-system-och-processer', level: 2, required: 'yes', lawReferences: [] },
    { key: 'saker-vard-har-och-nu', level: 2, required: 'yes', lawReferences: [] },
    { key: 'riskhantering', level: 3, required: 'yes', lawReferences: ['SOSFS 2011:9 5:1, 7:2 p.4'] },
    { key: 'starka-analys-larande-och-utveckling', level: 2, required: 'yes', lawReferences: [] },
    {
      key: 'klagomal-och-synpunkter',
      level: 3,
      required: 'yes',
      lawReferences: ['SOSFS 2011:9 5:3, 5:3a, 5:6, 7:2 p.6', 'PSL 3:8a–8b'],
    },
    { key: 'oka-riskmedvetenhet-och-beredskap', level: 2, required: 'yes', lawReferences: [] },
    { key: 'mal-strategier-och-utmaningar-for-kommande-ar', level: 1, required: 'yes', lawReferences: [] },
    { key: 'bilagor', level: 1, required: 'no', lawReferences: [] },
  ],
  sv,
}
