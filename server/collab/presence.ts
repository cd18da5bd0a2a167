/** Who is in a report now, for lists outside the editor. */
export interface Presence {
  inReport(reportId: string): { userId: string; name: string }[]
}
