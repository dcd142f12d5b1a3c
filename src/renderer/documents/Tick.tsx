/** A drawn tick: the sign is not left to whatever font a machine falls back to. */
export function Tick() {
  return (
    <svg width="2.6mm" height="2.6mm" viewBox="0 0 10 10" aria-hidden="true">
      <path d="M1 5.5 4 8.5 9 1.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}
