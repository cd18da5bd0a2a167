'use client'

import { FormEnd } from '#app/ui/form-end.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'
import { useFormAction } from '#app/ui/use-form-action.ts'
import { useKeptForm } from '#app/ui/use-kept-form.ts'
import { FieldError } from '#editor/ui/field.tsx'
import { type MakeState, makeTokenAction } from '../actions.ts'
import { sv as words } from '../sv.ts'
import { ShownOnce } from './shown-once.tsx'

const sv = words.newToken
const NOTHING: MakeState = { made: null, problems: {}, problem: null }

export function TokenForm() {
  const [{ made, problems, problem }, make, making] = useFormAction(makeTokenAction, NOTHING)
  const form = useKeptForm(make, problems, made)

  return (
    <form {...form} className="flex flex-col gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6">
      <h3 className="text-lg font-semibold">{sv.title}</h3>
      {made && <ShownOnce title={words.secret.madeToken(made.name)} label={words.secret.token} secret={made.secret} />}
      <div className="grid items-end gap-5 sm:grid-cols-[2fr_1fr]">
        <TextField
          label={sv.name}
          hint={sv.nameHint}
          error={problems.name ?? null}
          name="name"
          required
          maxLength={80}
        />
        <SelectField
          label={sv.days}
          name="days"
          error={problems.days ?? null}
          options={sv.daysOptions}
          defaultValue="365"
        />
      </div>
      <fieldset aria-describedby={problems.scopes ? 'scopes-error' : undefined}>
        <legend className="mb-1.5 font-semibold">{sv.scopes}</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {Object.entries(words.tokens.scopeNames).map(([scope, name]) => (
            <label key={scope} className="flex items-center gap-2.5">
              <input
                type="checkbox"
                name="scopes"
                value={scope}
                defaultChecked={scope === 'observations:write'}
                aria-invalid={problems.scopes ? true : undefined}
                className="size-4 accent-accent"
              />
              {name.charAt(0).toUpperCase() + name.slice(1)}
            </label>
          ))}
        </div>
        {problems.scopes && (
          <div className="mt-1.5">
            <FieldError id="scopes-error">{problems.scopes}</FieldError>
          </div>
        )}
      </fieldset>
      <FormEnd problem={problem} submit={sv.make} sending={making} />
    </form>
  )
}
