const pattern = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.([a-z0-9]{1,5}))?$/

/**
 * The place of a file in storage. The ending says what the bytes turned out to be, so that serving needs no
 * question to the database.
 *
 * @param ending without a dot; none while nobody has looked at the bytes
 */
export function makeStorageKey(organizationId: string, fileId: string, ending?: string): string {
  return ending ? `${organizationId}/${fileId}.${ending}` : `${organizationId}/${fileId}`
}

/** @returns null for anything that this module did not make */
export function readStorageKey(storageKey: string): { organizationId: string; fileId: string; ending: string | null } | null {
  const found = pattern.exec(storageKey)
  return found ? { organizationId: found[1] ?? '', fileId: found[2] ?? '', ending: found[3] ?? null } : null
}
