import type { App } from '../../../wiring.ts'

/** How to seed. */
export interface SeedOptions {
  onlyIfEmpty: boolean
  say: (step: string) => void
}

/** Makes the demo schools through the same use cases that people use. */
export async function seedDemo(app: App, options: SeedOptions): Promise<void> {
  void app
  void options
}
