import type { PreviewIndicator } from '#server/indicators/import/import-preview.ts'
import { Listed } from './listed.tsx'

export interface IndicatorListProps {
  title: string
  text: string
  indicators: PreviewIndicator[]
  count: number
}

export function IndicatorList({ title, text, indicators, count }: IndicatorListProps) {
  return (
    <Listed title={title} text={text} shown={indicators.length} all={count}>
      <ul className="list-disc pl-5">
        {indicators.map(({ id, area, name }) => (
          <li key={id}>{area ? `${area}: ${name}` : name}</li>
        ))}
      </ul>
    </Listed>
  )
}
