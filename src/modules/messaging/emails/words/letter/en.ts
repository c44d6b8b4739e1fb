/** What every mail says besides its own words. */
export const en = {
  ifNothing: 'If the button does nothing, open this address:',
  fromSchool: (school: string) => `${school} sent you this mail.`,
  fromInstallation: 'This installation of CourseCove sent you this mail.',
}
