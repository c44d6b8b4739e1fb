/** What is used of the load generator here; it brings no types. */
declare module 'autocannon' {
  interface Load { url: string; connections: number; duration: number; headers: Record<string, string> }
  interface Result { requests: { average: number }; non2xx: number; errors: number; timeouts: number }
  export default function autocannon(load: Load): Promise<Result>
}
