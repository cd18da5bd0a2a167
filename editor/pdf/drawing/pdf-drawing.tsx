import type { ReactElement } from 'react'
import { pointList } from '../../core/drawing/drawing-html.ts'
import type { Drawing, LineShape, Shape, TextShape } from '../../core/drawing/shape.ts'
import { familyOf, type Typeface } from '../../core/typefaces.ts'
import { Polygon, Polyline, Rect, Svg, SvgText, View } from '../elements.ts'
import type { PdfContext } from '../pdf-block.ts'
import { typeset } from '../text/typeset.ts'

/** Points per pixel of a drawing at its natural size (96 per inch). */
const POINTS_PER_PIXEL = 0.75

const lineElement = ({ points, stroke, width, dash }: LineShape, key: number): ReactElement => (
  <Polyline
    key={key}
    points={pointList(points)}
    fill="none"
    stroke={stroke}
    strokeWidth={width}
    {...(dash && { strokeDasharray: dash.join(' ') })}
  />
)

const textElement = (
  { x, y, text, size, anchor, color, strong }: TextShape,
  key: number,
  typeface: Typeface,
): ReactElement => (
  <SvgText
    key={key}
    x={x}
    y={y}
    textAnchor={anchor}
    fill={color}
    style={{ fontFamily: familyOf(typeface), fontSize: size, fontWeight: strong ? 600 : 400 }}
  >
    {typeset(text)}
  </SvgText>
)

function shapeElement(shape: Shape, key: number, typeface: Typeface): ReactElement {
  switch (shape.type) {
    case 'rect': {
      const { x, y, width, height, fill, stroke } = shape
      return <Rect key={key} x={x} y={y} width={width} height={height} fill={fill} {...(stroke && { stroke })} />
    }
    case 'line':
      return lineElement(shape, key)
    case 'polygon':
      return (
        <Polygon key={key} points={pointList(shape.points)} fill={shape.fill} stroke={shape.stroke} strokeWidth={1} />
      )
    case 'text':
      return textElement(shape, key, typeface)
  }
}

/** A drawing as vectors, one Figure with its text alternative. It stands on one page. */
export function pdfDrawing({ width, height, shapes }: Drawing, alt: string, context: PdfContext): ReactElement {
  const scale = Math.min(POINTS_PER_PIXEL, context.width / width)
  const id = context.id('figure')
  return (
    <View key={id} wrap={false} style={{ marginTop: 2, marginBottom: 4 }}>
      <Svg
        struct={{ role: 'Figure', id, alt }}
        viewBox={`0 0 ${width} ${height}`}
        width={width * scale}
        height={height * scale}
      >
        {shapes.map((shape, index) => shapeElement(shape, index, context.typeface))}
      </Svg>
    </View>
  )
}

/** Width of a drawing that fills the column, in its own pixels. */
export const drawingWidth = (context: PdfContext): number => Math.floor(context.width / POINTS_PER_PIXEL)
