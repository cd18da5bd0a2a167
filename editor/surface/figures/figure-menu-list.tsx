import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { sv as words } from '../../blocks/bound-number/sv.ts'
import { figureKey } from '../../core/figure.ts'
import { periodName } from '../../core/period.ts'
import { showValue } from '../../core/show-value.ts'
import { sourceName } from '../../core/source-name.ts'
import { classNames } from '../../ui/class-names.ts'
import type { FigureItem } from './figure-menu.ts'

const sv = words.menu

export interface FigureMenuListHandle {
  /** @returns whether the key was the menu's */
  onKeyDown: (event: KeyboardEvent) => boolean
  active: () => number
}

export interface FigureMenuListProps {
  id: string
  items: FigureItem[]
  loading: boolean
  choose: (item: FigureItem) => void
  onActive: (index: number) => void
  ref?: Ref<FigureMenuListHandle>
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

function valueText({ ref, data }: FigureItem): string {
  const indicator = data.indicators[ref.indicatorId]
  const figure = data.figures[figureKey(ref)]
  return indicator && figure ? showValue(indicator, figure) : sv.noValue
}

function nameText({ ref, data }: FigureItem): string {
  return data.indicators[ref.indicatorId]?.name ?? ref.indicatorId
}

function whereText({ ref, data }: FigureItem): string {
  const indicator = data.indicators[ref.indicatorId]
  return [indicator?.area, indicator && sourceName(indicator.source), periodName(ref.period)]
    .filter(Boolean)
    .join(' · ')
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

export function FigureMenuList({ id, items, loading, choose, onActive, ref }: FigureMenuListProps) {
  const [active, setActive] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const go = (index: number): void => {
    setActive(index)
    onActive(index)
  }
  // Another question, another list.
  const shown = items.map(item => figureKey(item.ref)).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keys say what the list is
  useEffect(() => setActive(0), [shown])
  useEffect(
    () => box.current?.querySelector(`#${optionId(id, active)}`)?.scrollIntoView({ block: 'nearest' }),
    [id, active],
  )
  useImperativeHandle(ref, () => ({
    active: () => active,
    onKeyDown: ({ key }) => {
      const step = STEPS[key]
      if (step && items.length) go((active + step + items.length) % items.length)
      const chosen = key === 'Enter' || key === 'Tab' ? items[active] : undefined
      if (chosen) choose(chosen)
      return step !== undefined || chosen !== undefined
    },
  }))
  return (
    <div
      ref={box}
      className="z-30 max-h-72 w-96 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-floating"
    >
      {items.length === 0 && <p className="px-3 py-2 text-muted">{loading ? sv.loading : sv.none}</p>}
      <div id={id} role="listbox" aria-label={sv.label}>
        {items.map((item, index) => (
          // The focus stays in the text, which says which option is active.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={figureKey(item.ref)}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            // The text must not lose the focus to a press.
            onMouseDown={event => event.preventDefault()}
            onMouseMove={() => index !== active && go(index)}
            onClick={() => choose(item)}
            className={classNames(
              'flex cursor-pointer items-baseline justify-between gap-4 rounded-md px-3 py-1.5',
              index === active && 'bg-accent-soft',
            )}
          >
            <span className="min-w-0">
              <span className="block font-medium">{nameText(item)}</span>
              <span className="block text-sm text-muted">{whereText(item)}</span>
            </span>
            <span className="shrink-0 font-semibold tabular-nums">{valueText(item)}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
