import { fillTitle } from '../fill-title.ts'
import { verbs } from './att-sats.ts'

/** The fields of an att-sats. */
export interface AttSatsValues extends Record<string, string> {
  verb: string
  objekt: string
}

const CLOSING = /^lägga (.+) till handlingarna$/
const YEAR = / för år \{år\}/

/**
 * An att-sats of a template as fields, so that its year and its verb have a place each:
 * "lägga rapporten för år {år} till handlingarna" is the verb "Lägga till handlingarna", the object "rapporten", 2023.
 */
export function splitDecision(pattern: string, { year, title }: { year: number; title: string }): AttSatsValues {
  const ofYear: Record<string, string> = YEAR.test(pattern) ? { ar: String(year) } : {}
  const sentence = fillTitle(pattern.replace(YEAR, ''), { year, title })
  const laid = CLOSING.exec(sentence)?.[1]
  if (laid) return { verb: 'lagga-till-handlingarna', objekt: laid, ...ofYear }
  const [first = '', ...rest] = sentence.split(' ')
  const verb = verbs.find(({ label }) => label.toLowerCase() === first)
  return verb && rest.length
    ? { verb: verb.key, objekt: rest.join(' '), ...ofYear }
    : { verb: 'annat', objekt: sentence, ...ofYear }
}
