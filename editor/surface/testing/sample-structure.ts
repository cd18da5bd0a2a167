import type { ReportStructure, SectionStructure } from '../../core/report-page.ts'
import { UNSTRUCTURED } from '../../core/structure/structured-section.ts'
import type { StructureApi } from '../structure/structure-store.ts'

/** A section of running text that the person may do everything with. */
export const sampleSection = (id: string, change: Partial<SectionStructure> = {}): SectionStructure => ({
  id,
  key: id,
  number: id,
  level: 1,
  heading: `Avsnitt ${id}`,
  required: 'yes',
  lawReferences: [],
  guidance: '',
  hasText: true,
  ...UNSTRUCTURED,
  changes: {},
  rowChanges: {},
  removed: [],
  status: 'draft',
  ownerId: null,
  ownerRole: null,
  deadline: null,
  notApplicableReason: null,
  lockedAt: null,
  lockedBy: null,
  mine: false,
  mayWrite: true,
  mayComment: true,
  maySetStatus: true,
  ...change,
})

export const sampleStructure = (sections: SectionStructure[]): ReportStructure => ({
  report: {
    id: 'r',
    title: 'Rapport',
    templateName: '',
    boardName: '',
    diaryNumber: null,
    year: 2023,
    deadline: null,
    lockedAt: null,
    lockedBy: null,
    madeFrom: null,
    makes: [],
    fields: [],
    values: {},
    changes: {},
  },
  sections,
  answers: null,
  reportTitles: {},
  people: [],
  roles: [],
  may: { write: true, manage: true, lockSections: true, lock: true, export: true, archive: true },
  me: { id: 'me', name: 'Jag', title: '' },
})

/** A server that takes everything, and says of the report what it is given. */
export const agreeingApi = (saved: ReportStructure, own: Partial<StructureApi> = {}): StructureApi => ({
  structure: async () => saved,
  changeReport: async () => ({
    deadline: null,
    before: { title: '', year: 2023, diaryNumber: null, deadline: null },
  }),
  changeSection: async () => {},
  confirmText: async () => {},
  bringSharedRows: async () => {},
  acceptFigures: async () => {},
  setValue: async () => ({ before: null }),
  addUnit: async () => ({ id: 'new' }),
  moveUnit: async () => {},
  removeUnit: async () => {},
  restoreUnit: async () => {},
  ...own,
})
