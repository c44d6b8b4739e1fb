/** IANA names, as the runtime knows them; UTC is not always among them. */
export const timeZones: readonly string[] = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]
