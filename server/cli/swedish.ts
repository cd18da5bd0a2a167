import type { Command, CommanderError, Option } from 'commander'
import { sv } from './sv.ts'

const WHAT: Record<string, (name: string) => string> = {
  'commander.unknownCommand': sv.usage.unknownCommand,
  'commander.unknownOption': sv.usage.unknownOption,
  'commander.missingArgument': sv.usage.missingArgument,
  'commander.missingMandatoryOptionValue': sv.usage.missingOption,
  'commander.optionMissingArgument': sv.usage.missingValue,
  'commander.invalidArgument': sv.usage.invalidValue,
  'commander.excessArguments': () => sv.usage.tooMany,
}

/** What Commander complains of, in Swedish; it names the thing in quotes. */
export function usageText(error: CommanderError): string {
  const name = /'([^']+)'/.exec(error.message)?.[1] ?? ''
  const what = WHAT[error.code]?.(name) ?? error.message.replace(/^error: /, '')
  return sv.usage.see(what)
}

function optionText(option: Option): string {
  const notes = [
    option.argChoices && `${sv.choices}: ${option.argChoices.join(', ')}`,
    option.defaultValue !== undefined && `${sv.default}: ${option.defaultValue}`,
  ].filter(Boolean)
  return notes.length ? `${option.description} (${notes.join('; ')})` : option.description
}

/** Commander with Swedish help, and with errors thrown rather than printed. */
export function swedish(command: Command): Command {
  return command
    .usage(command.registeredArguments.length ? `[val] <${command.registeredArguments[0]?.name()}>` : '[val]')
    .helpOption('-h, --help', sv.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      styleTitle: title => sv.titles[title] ?? title,
      optionDescription: optionText,
      subcommandTerm: sub => [sub.name(), ...sub.registeredArguments.map(arg => `<${arg.name()}>`)].join(' '),
    })
    .configureOutput({ outputError: () => {} })
}
