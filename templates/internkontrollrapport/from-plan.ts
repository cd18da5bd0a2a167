import { derive } from '../derivation.ts'

/** The report on a plan has a unit for each kontrollmoment of it: those of the styrelse first, then the nämnd's own. */
export const reportFromPlan = derive({
  from: 'internkontrollplan',
  to: 'internkontrollrapport',
  reportFields: { internkontrollplan: { of: 'id' }, 'galler-for': { of: 'board' } },
  sectionFields: [
    {
      section: 'uppgifter-om-kontrollen',
      fields: {
        'namnd-forvaltning': { of: 'board' },
        kontrollomrade: { of: 'title' },
        kontrollperiod: { field: 'period' },
      },
    },
  ],
  units: [
    {
      rows: ['kommunovergripande-kontrollmoment', 'namndspecifikt-kontrollmoment'],
      section: 'redovisning-per-kontrollmoment',
      kind: 'kontrollmoment',
      fields: {
        moment: 'kontrollmoment',
        syfte: 'risk',
        metod: 'kontrollmetod',
        frekvens: 'frekvens',
        ansvarig: 'ansvarig',
      },
    },
  ],
})
