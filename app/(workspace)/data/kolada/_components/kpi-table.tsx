import { CircleCheck, CircleDashed, CircleSlash, CircleX } from 'lucide-react'
import Link from 'next/link'
import { Status } from '#app/ui/status.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { ChosenKpi } from '#server/indicators/kolada/list-kpis.ts'
import { CELL, HEAD, WideTable } from '../../_components/wide-table.tsx'
import { indicatorAddress } from '../../indicator-address.ts'
import { sv as words } from '../sv.ts'

const sv = words.kpiTable

const STATES: Record<ChosenKpi['state'], { tone: Tone; Icon: typeof CircleCheck; text: string }> = {
  here: { tone: 'good', Icon: CircleCheck, text: sv.here },
  retired: { tone: 'warn', Icon: CircleSlash, text: sv.retired },
  missing: { tone: 'bad', Icon: CircleX, text: sv.missing },
  unknown: { tone: 'neutral', Icon: CircleDashed, text: sv.unknown },
}

export function KpiTable({ kpis }: { kpis: ChosenKpi[] }) {
  const head = [sv.id, sv.name, sv.state].map(text => (
    <th key={text} scope="col" className={HEAD}>
      {text}
    </th>
  ))
  return (
    <WideTable caption={sv.caption} head={head}>
      <tbody>
        {kpis.map(({ id, indicatorId, name, state }) => {
          const { tone, Icon, text } = STATES[state]
          return (
            <tr key={id} className="border-b border-line last:border-b-0">
              <th scope="row" className={`${CELL} text-left font-normal tabular-nums`}>
                {id}
              </th>
              <td className={`${CELL} min-w-48`}>
                {indicatorId && (
                  <Link href={indicatorAddress(indicatorId)} className="text-accent underline">
                    {name}
                  </Link>
                )}
              </td>
              <td className={CELL}>
                <Status tone={tone} icon={<Icon />}>
                  {text}
                </Status>
              </td>
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}
