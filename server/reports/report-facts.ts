/** What a report says of itself and can be wrong, as somebody typed it. */
export interface ReportFacts {
  title: string
  /** Calendar year that the report accounts for. */
  year: number
  /** Empty while the registrator has not given one. */
  diaryNumber: string
}

const MAX_TITLE = 200

/**
 * What does not hold, as codes by field: required, range or pattern. What is not given is not looked at.
 * @param diaryNumberPattern the organisation's own; never inferred
 */
export function problemsOf(
  { title, year, diaryNumber }: Partial<ReportFacts>,
  diaryNumberPattern: string,
): Record<string, string> {
  const fields: Record<string, string> = {}
  if (year !== undefined && (!Number.isInteger(year) || year < 2000 || year > 2100)) fields.year = 'range'
  if (title !== undefined && !title.trim()) fields.title = 'required'
  else if (title !== undefined && title.length > MAX_TITLE) fields.title = 'range'
  if (diaryNumber && !new RegExp(diaryNumberPattern).test(diaryNumber)) fields.diaryNumber = 'pattern'
  return fields
}
