import type { Chance } from '#ui/chance.ts'

/** The two f-holes, the bridge and four strings. */
export function FHoles({ next }: { next: Chance }) {
  const drop = next() * 16
  const hole =
    'M-6 -78C6 -92 24 -84 23 -70C22 -61 10 -59 8 -67C2 -52 3 -38 8 -14C15 20 17 46 6 66C-6 86 -29 80 -28 64C-27 55 -15 53 -13 62C-6 50 -6 36 -11 10C-17 -22 -18 -54 -6 -78Z'

  return (
    <g>
      <path d="M0 0H44C92 60 78 106 52 150S82 252 40 300H0ZM400 0H356C308 60 322 106 348 150S318 252 360 300H400Z" fill="var(--d-mid)" />
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
      <g transform="rotate(-34 200 150)">
        <path d="M-90 150C60 128 330 128 404 140V149C330 139 60 139 -90 160Z" fill="var(--d-bold)" />
        <path d="M-90 166H372" stroke="var(--d-pale)" strokeWidth="7" />
        <path d="M352 138H400Q408 138 408 147V170H366Q350 156 352 138Z" fill="var(--d-bold)" />
        <circle cx="382" cy="154" r="5" fill="var(--d-ground)" />
      </g>
    </g>
  )
}
