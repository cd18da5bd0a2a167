import type { Better, Unit } from '#editor/core/figure.ts'
import { remember } from '../import/remember.ts'

const UNIT_WORDS: Record<Unit, string[]> = {
  percent: ['procent', '%', 'andel', 'andel %', 'andel (%)'],
  count: ['antal', 'st', 'pass'],
  persons: ['personer', 'antal', 'individer'],
  kr: ['kr', 'kronor', 'sek'],
  tkr: ['tkr', 'kkr', 'tusental kronor'],
  mnkr: ['mnkr', 'mkr', 'milj. kr', 'miljoner kronor'],
  index: ['index', 'index/medelvärde', 'medelvärde'],
  yesno: ['ja/nej', 'ja eller nej', 'genomförande'],
  other: [],
}

const normal = remember((word: string): string => word.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' '))

/** Whether a file's word means the unit. */
export const meansUnit = (word: string, unit: Unit): boolean => UNIT_WORDS[unit].includes(normal(word))

/** The unit that a word names. An unknown word is a unit of its own: "gram/portion". */
export function unitOf(word: string): { unit: Unit; unitText: string } {
  const found = (Object.keys(UNIT_WORDS) as Unit[]).find(unit => meansUnit(word, unit))
  return found
    ? { unit: found, unitText: '' }
    : {
        unit: 'other',
        unitText: word
          .trim()
          .replace(/\p{Cc}/gu, ' ')
          .slice(0, 40),
      }
}

const BETTER: Record<string, Better> = {
  upp: 'up',
  uppåt: 'up',
  öka: 'up',
  högre: 'up',
  ned: 'down',
  ner: 'down',
  nedåt: 'down',
  minska: 'down',
  lägre: 'down',
  oförändrad: 'same',
  behålla: 'same',
  ja: 'yes',
  jämförelse: 'comparison',
}

/** The direction that a word says is better; null where it says none. */
export const betterOf = (word: string): Better | null => BETTER[normal(word)] ?? null

const GENDERS: Record<string, 'T' | 'K' | 'M'> = {
  t: 'T',
  totalt: 'T',
  total: 'T',
  alla: 'T',
  samtliga: 'T',
  båda: 'T',
  'båda könen': 'T',
  k: 'K',
  kvinna: 'K',
  kvinnor: 'K',
  flickor: 'K',
  m: 'M',
  man: 'M',
  män: 'M',
  pojkar: 'M',
}

/** Everybody where the cell is empty; null where it names no gender. */
export const genderOf = (word: string): 'T' | 'K' | 'M' | null =>
  normal(word) === '' ? 'T' : (GENDERS[normal(word)] ?? null)

export const isPreliminary = (word: string): boolean => /^(?:p|prel\.?|preliminär[ta]?)$/.test(normal(word))
