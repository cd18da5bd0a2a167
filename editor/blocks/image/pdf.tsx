import { Image, View } from '../../pdf/elements.ts'
import type { PdfBlock } from '../../pdf/pdf-block.ts'
import { printedScale } from '../../pdf/pictures/printed-size.ts'
import { sv } from '../../pdf/sv.ts'
import { textBlock } from '../../pdf/text/text-block.tsx'

/** A picture at most as wide as the column and as tall as most of a page. Its alt text is for screen readers. */
export const imagePdf: PdfBlock = (node, context) => {
  const image = context.image(String(node.attrs?.imageId ?? ''))
  if (!image) return textBlock('P', sv.missingImage, context, { style: { marginBottom: context.size.after } })
  const scale = printedScale(image, context.width)
  return (
    <View wrap={false} style={{ marginTop: 4, marginBottom: context.size.after + 3 }}>
      <Image
        struct={{
          role: 'Figure',
          id: context.id('figure'),
          alt: String(node.attrs?.alt ?? '').trim() || sv.undescribedImage,
        }}
        src={{ data: Buffer.from(image.bytes), format: image.mediaType === 'image/png' ? 'png' : 'jpg' }}
        style={{ width: image.width * scale, height: image.height * scale }}
      />
    </View>
  )
}
