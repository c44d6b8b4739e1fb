/** What a block of pictures says to who cannot see how they lie. */
export const en = {
  pictures: 'Pictures',
  sideBySide: (title: string) => `${title}, side by side`,
}
