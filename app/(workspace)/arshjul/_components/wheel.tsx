import { sv, type WheelState } from '../sv.ts'
import { at, INNER, RADIUS, shareOfYear, type WheelDay, wheelLayout } from '../wheel-layout.ts'
import { WheelSign } from './wheel-sign.tsx'

const STATES: WheelState[] = ['late', 'not-begun', 'draft', 'locked']
const MONTHS_OUT = 184

export interface WheelProps {
  year: number
  days: WheelDay[]
  /** ISO date. */
  today: string
}

/** A picture of the year; the list beside it says the same, and more. */
export function Wheel({ year, days, today }: WheelProps) {
  const { marks, more } = wheelLayout(days)
  const counts = Object.fromEntries(
    STATES.map(state => [state, days.filter(day => day.state === state).length]),
  ) as Record<WheelState, number>
  const now = today.startsWith(`${year}-`) ? shareOfYear(today) : null
  return (
    <figure className="break-inside-avoid">
      <svg
        role="img"
        aria-labelledby="hjul-namn hjul-text"
        viewBox={`${-RADIUS} ${-RADIUS} ${2 * RADIUS} ${2 * RADIUS}`}
        className="mx-auto w-full max-w-md print:max-w-60"
      >
        <title id="hjul-namn">{sv.wheel(year)}</title>
        <desc id="hjul-text">{sv.wheelText(counts)}</desc>
        <circle r={170} className="fill-surface stroke-line" />
        <circle r={INNER} className="fill-canvas stroke-line" />
        {sv.months.map((month, index) => {
          const [from, to] = [at(index / 12, INNER), at(index / 12, 170)]
          return (
            <g key={month}>
              <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className="stroke-line" />
              <text
                {...at((index + 0.5) / 12, MONTHS_OUT)}
                textAnchor="middle"
                dominantBaseline="central"
                className="fill-muted text-[13px]"
              >
                {month}
              </text>
            </g>
          )
        })}
        {now !== null && (
          <line
            {...(({ x, y }) => ({ x1: x, y1: y }))(at(now, INNER - 18))}
            {...(({ x, y }) => ({ x2: x, y2: y }))(at(now, 170))}
            strokeWidth={2}
            strokeDasharray="4 3"
            className="stroke-accent"
          />
        )}
        <text textAnchor="middle" dominantBaseline="central" className="fill-ink text-3xl font-semibold">
          {year}
        </text>
        {marks.map(({ x, y, state }) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <WheelSign state={state} />
          </g>
        ))}
        {more.map(({ x, y, count }) => (
          <text key={`${x} ${y}`} x={x} y={y} textAnchor="middle" dominantBaseline="central" className="text-[9px]">
            {sv.more(count)}
          </text>
        ))}
      </svg>
      <figcaption className="mt-3 flex flex-wrap justify-center gap-x-5 gap-y-1 text-sm">
        {STATES.map(state => (
          <span key={state} className="flex items-center gap-1.5">
            <svg aria-hidden viewBox="-5 -5 10 10" className="size-4">
              <WheelSign state={state} />
            </svg>
            {sv.states[state]} ({counts[state]})
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
