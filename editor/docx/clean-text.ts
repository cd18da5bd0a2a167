/** Text without the signs that XML 1.0 cannot hold (control signs, halves of pairs); Word refuses a file with one. */
export const cleanText = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, sign => (sign === '\t' || sign === '\n' ? sign : ''))
