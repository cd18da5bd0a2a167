export const sv = {
  moved: (section: string) => `Texten flyttades till ${section}.`,
  refused: {
    locked: (section: string) => `${section} är låst`,
    rights: (section: string) => `Du får inte skriva i ${section}`,
    notApplicable: (section: string) => `${section} är markerat som ej tillämpligt`,
    unknown: (section: string) => `${section} går inte att ändra här`,
    noPlace: () => 'Texten får inte plats där',
  },
  stays: 'Texten står kvar där den stod.',
  undoRefused: 'Flytten går inte att ångra nu. Texten står kvar där den står.',
}
