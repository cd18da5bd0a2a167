export const sv = {
  noAnswer: (name: string) =>
    `${name} står bland svarande nämnder men har inget svar på granskningen. Låt nämnden svara, eller rätta listan under rapportens titel.`,
  notIncluded: (name: string) =>
    `${name} står bland svarande nämnder men nämndens svar är inte med. Ta med svaret, eller rätta listan under rapportens titel.`,
}
