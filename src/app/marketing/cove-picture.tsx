import { arrivalWords } from '../words/arrival-words.ts'

/** A bay in the evening, drawn in the brand's tones: hills, tide lines, one boat at rest. */
export function CovePicture() {
  return (
    <svg viewBox="0 0 520 440" role="img" aria-label={arrivalWords().boatInBay} className="w-full rounded-lg">
      <rect width="520" height="440" fill="var(--brand-tint)" />
      <circle cx="372" cy="128" r="46" fill="var(--brand-soft)" opacity="0.75" />
      <path d="M0 196C70 132 126 128 188 168s92 54 128 40 92-88 204-64v142H0Z" fill="var(--brand-soft)" opacity="0.42" />
      <path d="M520 214c-60-20-116 2-152 28s-74 40-118 44H520Z" fill="var(--brand-soft)" opacity="0.5" />
      <path d="M0 232c54-44 104-42 150-14s70 44 112 68H0Z" fill="var(--brand-soft)" opacity="0.72" />
      <g fill="none" stroke="var(--brand)" strokeLinecap="round" strokeWidth="1.6">
        <path d="M0 286H520" opacity="0.5" />
        <path d="M34 312c22-8 44-8 66 0s44 8 66 0 44-8 66 0" opacity="0.5" />
        <path d="M306 322c20-7 40-7 60 0s40 7 60 0 40-7 60 0" opacity="0.45" />
        <path d="M92 350c24-9 48-9 72 0s48 9 72 0 48-9 72 0 48 9 72 0" opacity="0.38" />
        <path d="M20 386c26-9 52-9 78 0s52 9 78 0" opacity="0.3" />
        <path d="M266 392c26-9 52-9 78 0s52 9 78 0 52-9 78 0" opacity="0.3" />
        <path d="M148 420c26-9 52-9 78 0s52 9 78 0" opacity="0.22" />
      </g>
      <g>
        <path d="M214 300h92c-6 16-18 24-34 24h-26c-16 0-28-8-32-24Z" fill="var(--brand)" />
        <path d="M258 296V196" stroke="var(--brand)" strokeWidth="3" strokeLinecap="round" />
        <path d="M264 202c22 26 32 52 32 84h-32Z" fill="var(--brand)" />
        <path d="M252 214c-16 22-24 46-26 72h26Z" fill="var(--brand)" opacity="0.55" />
      </g>
    </svg>
  )
}
