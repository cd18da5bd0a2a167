import type { ProfileLogo } from '../../core/document-profile.ts'
import type { ResolvedReport } from '../../core/resolved-report.ts'
import { encodePng } from './encode-png.ts'
import { printedLogo, printedScale, type Size } from './printed-size.ts'
import { shrink } from './shrink.ts'

/** How many colour channels a JPEG has (ITU-T T.81, B.2.2); null where it has no frame that can be read. */
export function jpegChannels(bytes: Uint8Array): number | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return null
    // Frames, but not the tables and codes that have numbers among theirs.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes[at + 9] ?? null
    at += marker === 0xff ? 1 : 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
  }
  return null
}

/** Pixels per inch: as fine as offset printing shows. */
const RESOLUTION = 300
const POINTS_PER_INCH = 72

/**
 * The picture in no more pixels than paper shows of it where it is as large as in the text's column.
 * @param scaleOf points per pixel as it is printed
 * @returns null for a picture that is damaged
 */
async function toPng(bytes: Uint8Array, scaleOf: (picture: Size) => number): Promise<Uint8Array | null> {
  const { JpegImage } = await import('pdfjs-dist/legacy/image_decoders/pdf.image_decoders.mjs')
  const picture = new JpegImage()
  try {
    picture.parse(bytes)
    const { width, height } = picture
    const kept = Math.min(1, (scaleOf(picture) * RESOLUTION) / POINTS_PER_INCH)
    const rgb = picture.getData({ width, height, forceRGB: true, isSourcePDF: false })
    const most = { width: Math.ceil(width * kept), height: Math.ceil(height * kept) }
    return encodePng(shrink({ width, height, rgb }, most))
  } catch {
    // The decoder throws errors of many kinds for what it cannot read.
    return null
  }
}

const isForPrint = (mediaType: string, bytes: Uint8Array): boolean =>
  mediaType === 'image/jpeg' && jpegChannels(bytes) === 4

interface Pictures {
  resolved: ResolvedReport
  /** Bytes by image id. */
  images: ReadonlyMap<string, Uint8Array>
}

/**
 * Pictures made for print (CMYK) as RGB, the logo too: PDF/A allows no colours that the file's output intent, sRGB, does
 * not explain (ISO 19005-3, 6.2.4.3). One that is damaged is missing, as one that is not there is. All others stay.
 */
export async function rgbPictures<T extends Pictures>(report: T): Promise<T> {
  const { resolved } = report
  const images = new Map(report.images)
  const known = { ...resolved.images }
  for (const [id, bytes] of report.images) {
    const found = known[id]
    if (!found || !isForPrint(found.mediaType, bytes)) continue
    const png = await toPng(bytes, printedScale)
    if (png) images.set(id, png)
    else images.delete(id)
    known[id] = { ...found, mediaType: 'image/png' }
  }
  return { ...report, images, resolved: { ...resolved, images: known, organisation: await withRgbLogo(resolved) } }
}

async function withRgbLogo({ organisation }: ResolvedReport): Promise<ResolvedReport['organisation']> {
  const { profile } = organisation
  const bytes = Buffer.from(profile?.logo?.base64 ?? '', 'base64')
  if (!profile?.logo || !isForPrint(profile.logo.mediaType, bytes)) return organisation
  const png = await toPng(bytes, picture => printedLogo(picture).width / picture.width)
  const logo: ProfileLogo | null = png && {
    ...profile.logo,
    mediaType: 'image/png',
    base64: Buffer.from(png).toString('base64'),
  }
  return { ...organisation, profile: { ...profile, logo } }
}
