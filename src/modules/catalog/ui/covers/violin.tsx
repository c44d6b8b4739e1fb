import type { Chance } from './chance.ts'

/** The two f-holes, the bridge and four strings. */
export function FHoles({ next }: { next: Chance }) {
  const drop = next() * 16
  const hole =
    'M-6 -78C6 -92 24 -84 23 -70C22 -61 10 -59 8 -67C2 -52 3 -38 8 -14C15 20 17 46 6 66C-6 86 -29 80 -28 64C-27 55 -15 53 -13 62C-6 50 -6 36 -11 10C-17 -22 -18 -54 -6 -78Z'

  return (
    <g>
      <path d="M-30 -20C60 34 62 96 34 150S60 270 -30 330M430 -20C340 34 338 96 366 150S340 270 430 330" fill="none" stroke="var(--d-mid)" strokeWidth="26" />
      <g transform={`translate(0 ${drop - 8})`} fill="var(--d-mark)">
        <path d={hole} transform="translate(118 150) rotate(6)" />
        <path d={hole} transform="translate(282 150) scale(-1 1) rotate(6)" />
        <path d="M152 196C170 168 230 168 248 196L242 206H158Z" fill="var(--d-deep)" />
      </g>
      {[176, 192, 208, 224].map((x, index) => (
        <path key={x} d={`M${x + (x - 200) * -0.2} 0L${x + (x - 200) * 0.25} 300`} stroke="var(--d-string)" strokeWidth={2.6 - index * 0.45} />
      ))}
    </g>
  )
}

/** A bow over four strings, one of them sounding. */
export function BowedStrings({ next }: { next: Chance }) {
  const sounding = Math.floor(next() * 4)
  const lean = next() > 0.5 ? 1 : -1
  const strings = [84, 128, 172, 216]

  return (
    <g transform={lean < 0 ? 'translate(400 0) scale(-1 1)' : undefined}>
      {strings.map((y, index) => (
        <g key={y} fill="none" stroke="var(--d-mark)">
          {index === sounding ? (
            <path d={`M0 ${y}Q200 ${y - 22} 400 ${y}M0 ${y}Q200 ${y + 22} 400 ${y}`} strokeOpacity="0.45" strokeWidth="1.5" />
          ) : null}
          <path d={`M0 ${y}H400`} strokeWidth={1.6 + index * 0.8} />
        </g>
      ))}
      <g transform="rotate(62 200 150)">
        <rect x="-80" y="158" width="560" height="9" fill="var(--d-pale)" />
        <path d="M-80 146C80 132 320 132 480 146V153C320 141 80 141 -80 153Z" fill="var(--d-deep)" />
        <path d="M352 139H398V168H362Q352 154 352 139Z" fill="var(--d-deep)" />
        <circle cx="378" cy="153" r="5" fill="var(--d-pale)" />
      </g>
    </g>
  )
}
