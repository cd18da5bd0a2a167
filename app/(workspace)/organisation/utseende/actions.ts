'use server'

import { revalidatePath } from 'next/cache'
import { errorText } from '#app/error-text.ts'
import { requireActor } from '#app/session.ts'
import type { FormAnswer } from '#app/ui/form-answer.ts'
import { saveProfile } from '#server/organisations/document-profile/save-profile.ts'
import { services } from '#server/services.ts'
import { sv } from './sv.ts'

const PAGE = '/organisation/utseende'

export interface ProfileState extends FormAnswer {
  saved: boolean
}

const words = (form: FormData, name: string): string => String(form.get(name) ?? '')

async function logoOf(form: FormData): Promise<'keep' | null | Uint8Array> {
  const file = form.get('logo')
  if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer())
  return form.get('removeLogo') ? null : 'keep'
}

export async function saveProfileAction(_before: ProfileState, form: FormData): Promise<ProfileState> {
  const actor = await requireActor(PAGE)
  try {
    await saveProfile(services(), actor, {
      accent: words(form, 'accent'),
      foot: words(form, 'foot'),
      pageFormat: words(form, 'pageFormat'),
      typeface: words(form, 'typeface'),
      alt: words(form, 'alt'),
      logo: await logoOf(form),
      organisationNumber: words(form, 'organisationNumber'),
    })
    revalidatePath(PAGE)
    return { saved: true, problems: {}, problem: null }
  } catch (error) {
    const { message, fields = {} } = errorText(error)
    const problems = Object.fromEntries(
      Object.entries(fields).map(([field, code]) => [field, sv.problems[field]?.[code] ?? message]),
    )
    return { saved: false, problems, problem: Object.keys(problems).length ? null : message }
  }
}
