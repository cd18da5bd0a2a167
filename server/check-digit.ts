/** Whether the last of some digits is the check digit that Luhn's method gives, as in Swedish personal and organisation numbers (SKV 704, SKV 709). */
export function hasCheckDigit(digits: string): boolean {
  let sum = 0
  for (const [index, digit] of [...digits].entries()) {
    const product = Number(digit) * ((digits.length - index) % 2 === 0 ? 2 : 1)
    sum += product > 9 ? product - 9 : product
  }
  return sum % 10 === 0
}
