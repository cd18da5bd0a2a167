import { EMPTY_FIGURES } from '../../core/figure.ts'
import type { SurfaceTools } from '../block-view.ts'
import { reportApi } from '../report-api.ts'

/** What a surface lends to the blocks of one report, with nobody there to be told. */
export const sampleTools = (reportId: string, own: Partial<SurfaceTools> = {}): SurfaceTools => ({
  api: reportApi(reportId),
  year: 2023,
  openForm: () => {},
  notify: () => {},
  figures: () => EMPTY_FIGURES,
  showPassport: () => {},
  comment: () => {},
  speak: () => {},
  ...own,
})
