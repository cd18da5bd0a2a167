import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { loadOrganisation } from '../../organisations/load-organisation.ts'
import { type OrganisationPlan, organisationPlan } from '../../organisations/organisation-plan.ts'
import { CliError } from '../cli-error.ts'
import { sv } from '../sv.ts'
import { withDatabase } from '../with-database.ts'

async function readPlan(file: string): Promise<OrganisationPlan> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new CliError(sv.errors.noFile(file))
  })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CliError(sv.organisation.notJson(file))
  }
  const parsed = organisationPlan.safeParse(json)
  if (!parsed.success)
    throw new CliError(sv.organisation.wrong(file, parsed.error.issues[0]?.path.join('.') || 'innehållet'))
  return parsed.data
}

export function addOrganisation(program: Command): Command {
  return program
    .command('organisation')
    .description(sv.organisation.summary)
    .argument('<fil>', sv.organisation.file)
    .action(async (file: string) => {
      const plan = await readPlan(file)
      await withDatabase(database => loadOrganisation(database.client.db, plan))
      process.stdout.write(`${sv.organisation.done(plan.name, plan.users.length)}\n`)
    })
}
