/** What a message means. Colour never says it alone: a symbol and a word stand beside it. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'bad'

export const toneStyle: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink',
  info: 'bg-info-soft text-info',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
}
