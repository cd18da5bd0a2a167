'use client'

import { useEffect, useState } from 'react'
import { CheckField } from '#app/ui/check-field.tsx'
import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { contrastWithWhite, type DocumentProfile, isColour } from '#editor/core/document-profile.ts'
import { DEFAULT_TYPEFACE } from '#editor/core/typefaces.ts'
import { type ProfileState, saveProfileAction } from '../actions.ts'
import { sv } from '../sv.ts'
import { LookPreview } from './look-preview.tsx'
import { TypefaceField } from './typeface-field.tsx'

const NOTHING: ProfileState = { saved: false, problems: {}, problem: null }

/** The picture that was chosen just now, as an address that lives as long as it is shown. */
function useFileAddress(): [address: string | null, choose: (file: File | null) => void] {
  const [file, choose] = useState<File | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file) return setAddress(null)
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return [address, choose]
}

export interface ProfileFormProps {
  name: string
  organisationNumber: string | null
  profile: DocumentProfile
}

/** What the administrator says of the documents' look, beside how it will be. */
export function ProfileForm({ name, organisationNumber, profile }: ProfileFormProps) {
  const [{ saved, problems, problem }, save, saving] = useFormAction(saveProfileAction, NOTHING)
  const form = useKeptForm(save, problems)
  const [accent, setAccent] = useState(profile.accent)
  const [foot, setFoot] = useState(profile.foot)
  const [typeface, setTypeface] = useState(profile.typeface ?? DEFAULT_TYPEFACE)
  const [isRemoved, setRemoved] = useState(false)
  const [chosen, choose] = useFileAddress()
  const { logo } = profile
  const kept = logo && !isRemoved ? `data:${logo.mediaType};base64,${logo.base64}` : null
  const isKnown = isColour(accent.trim())
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
      <form {...form} className="flex flex-col gap-5">
        <div>
          <TextField
            label={sv.accent}
            hint={sv.accentHint}
            error={problems.accent ?? null}
            name="accent"
            className="max-w-40"
            value={accent}
            onChange={event => setAccent(event.target.value)}
          />
          <div className="mt-2 flex items-center gap-3">
            <input
              type="color"
              aria-label={sv.picker}
              value={isKnown ? accent.trim() : profile.accent}
              onChange={event => setAccent(event.target.value)}
              className="h-11 w-16 cursor-pointer rounded border border-control bg-surface p-1"
            />
            {isKnown && (
              <p role="status" className="text-sm text-muted">
                {sv.contrast(contrastWithWhite(accent.trim()).toFixed(1).replace('.', ','))}
              </p>
            )}
          </div>
        </div>
        <TypefaceField value={typeface} onChange={setTypeface} />
        <TextField
          label={sv.logo}
          hint={sv.logoHint}
          error={problems.logo ?? null}
          name="logo"
          type="file"
          accept="image/png,image/jpeg"
          onChange={event => choose(event.target.files?.[0] ?? null)}
        />
        {logo && (
          <CheckField
            name="removeLogo"
            label={sv.removeLogo}
            checked={isRemoved}
            onChange={event => setRemoved(event.target.checked)}
          />
        )}
        <TextField
          label={sv.alt}
          hint={sv.altHint}
          error={problems.alt ?? null}
          name="alt"
          defaultValue={logo?.alt ?? ''}
        />
        <TextField
          label={sv.foot}
          hint={sv.footHint}
          error={problems.foot ?? null}
          name="foot"
          value={foot}
          onChange={event => setFoot(event.target.value)}
        />
        <SelectField
          label={sv.pageFormat}
          name="pageFormat"
          defaultValue={profile.pageFormat}
          options={Object.entries(sv.pageFormats).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          label={sv.organisationNumber}
          hint={sv.organisationNumberHint}
          error={problems.organisationNumber ?? null}
          name="organisationNumber"
          inputMode="numeric"
          className="max-w-48"
          defaultValue={organisationNumber ?? ''}
        />
        <FormEnd problem={problem} submit={sv.save} sending={saving} status={saved && !saving && sv.saved} />
      </form>
      <LookPreview
        name={name}
        accent={isKnown ? accent.trim() : profile.accent}
        logo={chosen ?? kept}
        foot={foot}
        typeface={typeface}
      />
    </div>
  )
}
