'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import type { FormAnswer } from '#app/ui/form-answer.ts'
import { saveKoladaSettings } from '#server/indicators/kolada/settings.ts'
import { services } from '#server/services.ts'
import { sv } from './sv.ts'

export interface KoladaFormState extends FormAnswer {
  saved: boolean
}

export async function saveKoladaAction(_before: KoladaFormState, form: FormData): Promise<KoladaFormState> {
  const actor = await requireActor('/data/kolada')
  const words = (name: string): string => String(form.get(name) ?? '').trim()
  const sent = {
    municipality: words('municipality'),
    comparison: words('comparison'),
    kpis: words('kpis'),
    years: words('years'),
    nightly: form.has('nightly'),
  }
  try {
    await saveKoladaSettings(
      services(),
      actor,
      {
        municipality: sent.municipality,
        comparison: sent.comparison || null,
        kpis: sent.kpis.split(/[\s,;]+/).filter(Boolean),
        years: sent.years === '' ? Number.NaN : Number(sent.years),
      },
      { nightly: sent.nightly },
    )
  } catch (error) {
    const { message, fields = {} } = errorText(error)
    const problems = Object.fromEntries(Object.keys(fields).flatMap(field => [[field, sv.problems[field] ?? message]]))
    return { saved: false, problems, problem: Object.keys(problems).length ? null : message }
  }
  revalidatePath('/data/kolada')
  return { saved: true, problems: {}, problem: null }
}
