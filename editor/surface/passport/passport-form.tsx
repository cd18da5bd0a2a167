import type { FigureRef } from '../../core/figure.ts'
import { GENDER_NAMES, KIND_NAMES } from '../../core/figure-words.ts'
import { periodName } from '../../core/period.ts'
import type { Form } from '../block-view.ts'
import type { FigureStore } from '../figures/figure-store.ts'
import type { ReportApi } from '../report-api.ts'
import { PassportView } from './passport-view.tsx'
import { sv } from './sv.ts'

export interface PassportAsked {
  ref: FigureRef
  api: ReportApi
  figures: FigureStore
  /** Changes how the figure is shown where it stands; not there where nobody can. */
  edit?: (() => void) | undefined
}

/** The dialog that says where a figure comes from. */
export function passportForm({ ref, api, figures, edit }: PassportAsked): Form {
  const indicator = figures.getSnapshot().indicators[ref.indicatorId]
  const who = ref.gender === 'T' ? [] : [GENDER_NAMES[ref.gender]]
  return {
    title: indicator ? [indicator.area, indicator.name].filter(Boolean).join(', ') : sv.unknown,
    description: [KIND_NAMES[ref.kind], ...who, periodName(ref.period)].join(' · '),
    size: 'lg',
    render: close => <PassportView figureRef={ref} api={api} figures={figures} edit={edit} close={close} />,
  }
}
