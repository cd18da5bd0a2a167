const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const IMAGE_PATH = new RegExp(`^/api/reports/(${UUID})/images/(${UUID})$`, 'i')
const ID = new RegExp(`^${UUID}$`, 'i')
const FOREIGN = new RegExp(`^(${UUID})/(${UUID})$`, 'i')

/** A picture belongs to a report: in HTML that leaves it, the picture says which. */
export const REPORT_ATTRIBUTE = 'data-report-id'

export interface ReportImage {
  reportId: string
  imageId: string
}

/** What stands in an image node's `imageId` while its picture is another report's. */
export const foreignId = ({ reportId, imageId }: ReportImage): string => `${reportId}/${imageId}`

/** The picture of another report that a pasted `imageId` stands for; null for one of this report. */
export function foreignImage(id: unknown): ReportImage | null {
  const [, reportId, imageId] = FOREIGN.exec(String(id)) ?? []
  return reportId && imageId ? { reportId, imageId } : null
}

/** Says of an image element whose picture it shows; null for a picture of no report. */
function imageOf(image: Element, origin: string): ReportImage | null {
  const [reportId, imageId] = [image.getAttribute(REPORT_ATTRIBUTE), image.getAttribute('data-image-id')]
  if (reportId && imageId && ID.test(reportId) && ID.test(imageId)) return { reportId, imageId }
  const src = image.getAttribute('src') ?? ''
  const path = src.startsWith(`${origin}/`) ? src.slice(origin.length) : src
  const [, ofReport, id] = IMAGE_PATH.exec(path) ?? []
  return ofReport && id ? { reportId: ofReport, imageId: id } : null
}

/**
 * Pasted HTML in which each picture of a report is known by its id: those of this report, as the text has it; those of
 * others by {@link foreignId}. A text that is copied where it only is read names its pictures by their addresses.
 * @param origin of this installation, "https://host"
 */
export function withReportImages(html: string, reportId: string, origin: string): string {
  if (!/<img\b/i.test(html)) return html
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const image of body.querySelectorAll('img')) {
    const found = imageOf(image, origin)
    if (!found) continue
    image.setAttribute('data-image-id', found.reportId === reportId ? found.imageId : foreignId(found))
    image.removeAttribute('src')
    image.removeAttribute(REPORT_ATTRIBUTE)
  }
  return body.innerHTML
}
