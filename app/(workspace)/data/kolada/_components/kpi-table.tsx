import { CircleCheck, CircleDashed, CircleSlash, CircleX } from 'lucide-react'
import Link from 'next/link'
import { Status } from '#app/ui/status.tsx'
import { type Column, Table } from '#editor/ui/table.tsx'
import type { Tone } from '#editor/ui/tone.ts'
import type { ChosenKpi } from '#server/indicators/kolada/list-kpis.ts'
import { indicatorAddress } from '../../indicator-address.ts'
import { sv as words } from '../sv.ts'

const sv = words.kpiTable

const STATES: Record<ChosenKpi['state'], { tone: Tone; Icon: typeof CircleCheck; text: string }> = {
  here: { tone: 'good', Icon: CircleCheck, text: sv.here },
  retired: { tone: 'warn', Icon: CircleSlash, text: sv.retired },
  missing: { tone: 'bad', Icon: CircleX, text: sv.missing },
  unknown: { tone: 'neutral', Icon: CircleDashed, text: sv.unknown },
}

const COLUMNS: Column<ChosenKpi>[] = [
  { label: sv.id, cell: ({ id }) => id, className: 'tabular-nums' },
  {
    label: sv.name,
    cell: ({ indicatorId, name }) =>
      indicatorId && (
        <Link href={indicatorAddress(indicatorId)} className="text-accent underline">
          {name}
        </Link>
      ),
    className: 'as-table:min-w-48',
    fillsCard: true,
  },
  {
    label: sv.state,
    cell: ({ state }) => {
      const { tone, Icon, text } = STATES[state]
      return (
        <Status tone={tone} icon={<Icon />}>
          {text}
        </Status>
      )
    },
    fillsCard: true,
  },
]

export function KpiTable({ kpis }: { kpis: ChosenKpi[] }) {
  return <Table caption={sv.caption} columns={COLUMNS} rows={kpis} keyOf={({ id }) => id} />
}
