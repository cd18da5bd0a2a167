import { expect, test } from 'vitest'
import { breaksText, readBreaks } from './breaks-text.ts'

test('breaks are written and read a line each', () => {
  const breaks = [
    { period: '2023-04', note: 'ny enkät: DF Respons' },
    { period: '2025', note: 'SCB ändrar små tal' },
  ]
  expect(readBreaks(breaksText(breaks))).toEqual(breaks)
  expect(readBreaks('\n  2023 :  ny källa \n\n')).toEqual([{ period: '2023', note: 'ny källa' }])
  expect(readBreaks('2023 utan kolon')).toEqual([{ period: '2023 utan kolon', note: '' }])
})
