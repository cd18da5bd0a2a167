import { randomInt } from 'node:crypto'

/** Crockford's base 32: no letter that is taken for a digit. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const GROUPS = 4
const GROUP_LENGTH = 4

/** "7K3M-9QFD-X2TB-0WHC": 80 random bits, so that nobody comes upon a report by guessing. */
export const makeRoundCode = (): string =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join(''),
  ).join('-')

/** Where anybody can verify the file. @param publicUrl without a slash at its end */
export const verifyUrl = (publicUrl: string, code: string): string => `${publicUrl}/verifiera/${code}`
