import type { WheelState } from '../sv.ts'

const LOOKS: Record<WheelState, string> = {
  late: 'fill-bad',
  'not-begun': 'fill-surface stroke-warn',
  draft: 'fill-info',
  locked: 'fill-good',
}

/** A shape of its own for every state, so that nothing hangs on the colour. Drawn round 0, 0; about eight wide. */
export function WheelSign({ state }: { state: WheelState }) {
  const className = LOOKS[state]
  if (state === 'late') return <path d="M0 -4.2 L4.2 3.4 L-4.2 3.4 Z" className={className} />
  if (state === 'not-begun') return <circle r={3} strokeWidth={1.6} className={className} />
  if (state === 'draft') return <circle r={3.6} className={className} />
  return <rect x={-3.2} y={-3.2} width={6.4} height={6.4} className={className} />
}
