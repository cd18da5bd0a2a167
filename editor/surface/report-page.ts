// Moved: the server builds these too.
export type * from '../core/report-page.ts'
