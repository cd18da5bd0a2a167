import { expect, test } from 'vitest'
import { signerFaults } from './signer-faults.ts'

test('each row says what it lacks, and the later of two says that the person is there already', () => {
  const rows = [
    { capacity: 'Handläggare', userId: 'a' },
    { capacity: ' ', userId: '' },
    { capacity: 'Chef', userId: 'a' },
  ]
  expect(signerFaults(rows)).toEqual([
    { capacity: null, person: null },
    { capacity: 'Skriv som vad personen skriver under.', person: 'Välj en person.' },
    { capacity: null, person: 'Personen är redan med. Välj en annan.' },
  ])
})
