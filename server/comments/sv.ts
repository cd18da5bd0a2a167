export const sv = {
  open: (count: number) =>
    count === 1
      ? '1 öppen kommentar. Lös den innan du låser: efteråt går den bara att läsa.'
      : `${count} öppna kommentarer. Lös dem innan du låser: efteråt går de bara att läsa.`,
}
