import type { OrganisationPlan } from '../organisations/organisation-plan.ts'

/** A made-up municipality. Its figures are real: they come from the published report of another one. */
export const demoOrganisation: OrganisationPlan = {
  name: 'Exempelkommun',
  // "VON/2024:18": board, year and running number, as the source of the figures writes them.
  diaryNumberPattern: '^[A-ZÅÄÖ]{2,5}/\\d{4}:\\d{1,5}$',
  diaryNumberExample: 'VON/2024:18',
  boards: [
    { key: 'von', name: 'Vård- och omsorgsnämnden', administration: 'Socialförvaltningen' },
    { key: 'bun', name: 'Barn- och utbildningsnämnden', administration: 'Utbildningsförvaltningen' },
    { key: 'ks', name: 'Kommunstyrelsen', administration: 'Kommunledningsförvaltningen' },
  ],
  users: [
    { login: 'mas', name: 'MAS', title: 'Medicinskt ansvarig sjuksköterska', grants: [{ board: 'von', role: 'mas' }] },
    {
      login: 'mar',
      name: 'MAR',
      title: 'Medicinskt ansvarig för rehabilitering',
      grants: [{ board: 'von', role: 'mar' }],
    },
    {
      login: 'handlaggare',
      name: 'Handläggare',
      title: 'Utredare vid socialförvaltningens stab',
      grants: [{ board: 'von', role: 'handlaggare' }],
    },
    {
      login: 'enhetschef',
      name: 'Enhetschef',
      title: 'Enhetschef för särskilt boende',
      grants: [{ board: 'von', role: 'bidragsgivare' }],
    },
    {
      login: 'verksamhetschef',
      name: 'Verksamhetschef',
      title: 'Verksamhetschef för hälso- och sjukvård',
      grants: [{ board: 'von', role: 'verksamhetschef' }],
    },
    {
      login: 'ekonom',
      name: 'Ekonom',
      title: 'Ekonomi- och kvalitetschef',
      grants: [{ board: 'von', role: 'ekonom' }],
    },
    {
      login: 'forvaltningschef',
      name: 'Förvaltningschef',
      title: 'Socialchef',
      grants: [{ board: 'von', role: 'forvaltningschef' }],
    },
    {
      login: 'namndsekreterare',
      name: 'Nämndsekreterare',
      title: 'Sekreterare i vård- och omsorgsnämnden',
      grants: [{ board: 'von', role: 'namndsekreterare' }],
    },
    {
      login: 'ordforande',
      name: 'Ordförande',
      title: 'Ordförande i vård- och omsorgsnämnden',
      grants: [{ board: 'von', role: 'ordforande' }],
    },
    {
      login: 'skolutredare',
      name: 'Skolutredare',
      title: 'Utredare vid utbildningsförvaltningen',
      grants: [{ board: 'bun', role: 'handlaggare' }],
    },
    {
      login: 'skolchef',
      name: 'Skolchef',
      title: 'Chef för utbildningsförvaltningen',
      grants: [{ board: 'bun', role: 'forvaltningschef' }],
    },
    {
      login: 'samordnare',
      name: 'Samordnare',
      title: 'Utredare vid kommunledningsförvaltningen, samordnar nämndernas svar',
      grants: [
        { board: 'ks', role: 'handlaggare' },
        { board: 'von', role: 'handlaggare' },
        { board: 'bun', role: 'handlaggare' },
      ],
    },
    {
      login: 'kommundirektor',
      name: 'Kommundirektör',
      title: 'Chef för kommunledningsförvaltningen',
      grants: [{ board: 'ks', role: 'forvaltningschef' }],
    },
    {
      login: 'revisor',
      name: 'Revisor',
      title: 'Kommunens revisorer, läser',
      grants: [{ board: null, role: 'revisor' }],
    },
    {
      login: 'administrator',
      name: 'Administratör',
      title: 'Systemförvaltare',
      grants: [{ board: null, role: 'administrator' }],
    },
  ],
}
