import { derive } from '../derivation.ts'

/** The tjänsteskrivelse by which any report comes before its nämnd. */
export const coverNote = derive({
  from: null,
  to: 'tjansteskrivelse',
  title: 'Tjänsteskrivelse: {titel}',
  keepsDiaryNumber: true,
  reportFields: { rapport: { of: 'id' }, till: { own: 'board' }, tjanstestalle: { of: 'administration' } },
  decision: { section: 'forslag-till-beslut', kind: 'att-sats' },
  recipients: { section: 'beslutet-skickas-till', kind: 'mottagare', field: 'mottagare' },
  papers: { section: 'beslutsunderlag', kind: 'handling', field: 'handling' },
})
